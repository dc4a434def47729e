"""Value <-> Vietnamese string: numbers, dates, spelling, numbering, inline markup; pure functions only."""
