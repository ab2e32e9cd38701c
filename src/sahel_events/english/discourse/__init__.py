"""Which claim, engagement, date and place is it, over sentences?"""
