"""The workbook: the same words on paper, in the order of the chat."""
