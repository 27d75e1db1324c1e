"""The lawyer's workshop: a row of the law becomes an edition in force, through two people."""
