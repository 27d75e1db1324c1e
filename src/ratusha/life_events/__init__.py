"""What happens in a life: several procedures in one sitting, and offers that follow from an act in a register.

Never guess who might want something: only a rule of the pack, over facts that a register holds, makes an offer.
"""
