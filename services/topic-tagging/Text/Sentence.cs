namespace NewsMonitor.TopicTagging.Text;

/// <summary>A sentence as a range of tokens, and how many windows it counts as.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Paragraph">The paragraph that holds it.</param>
/// <param name="Limit">How many words one window spans: fewer in scripts that count words than in those that count characters.</param>
/// <param name="UnitsBefore">Windows in all sentences before this one; a sentence of ordinary length is one.</param>
internal readonly record struct Sentence(int First, int Last, int Paragraph, int Limit, int UnitsBefore);
