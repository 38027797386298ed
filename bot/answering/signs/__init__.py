"""What says outright that somebody is in danger."""
