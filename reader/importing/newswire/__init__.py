"""What news agencies send: items with headline, byline, dateline, version, embargo, and word when one was withdrawn.

newsml      NewsML-G2 and NewsML 1.x        nitf      the markup of texts, alone and within NewsML
ninjs       the same in JSON                telex     IPTC 7901 and ANPA 1312, as they ran over lines
status      what an agency says of an item
"""
