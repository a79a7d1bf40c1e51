"""`packaging/catalogue`: writes the catalogues and the tables of countries anew."""

from catalogues import countries, messages

messages.write()
countries.write()
