"""WHICH ENTRY FITS: one normalisation of text, and a TF-IDF index over one `Knowledge`."""
