"""Who came to which harm, and by which construction is it told?"""
