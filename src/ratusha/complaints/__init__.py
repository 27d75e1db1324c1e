"""Complaints: the administrative complaint to the higher body, by the applicant or by somebody whom a decision touches.

Never tell a third party whether the number they gave is right before an official has looked: that would be an oracle.
"""
