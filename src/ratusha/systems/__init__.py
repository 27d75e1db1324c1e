"""Systems: which information systems, platforms and resources the state has, what they hold and who would miss them.

Its nouns: a *system*, its *card* in versions, an *agreement* asked of approvers, *software*, *offices*, *proposals*.
The one thing never to do: write a card past `services`, which keep versions and the one master of an object.
"""
