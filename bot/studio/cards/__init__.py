"""The motifs of the kaartjes: each drawn once, as if printed on a card, with room below for words of people."""
