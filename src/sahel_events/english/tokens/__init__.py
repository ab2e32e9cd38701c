"""Of what does the text consist? Paragraphs, sentences, words with their senses."""
