"""Makes what is handed to people: wheel, folder, application directory, icons, notices; see `__main__`."""
