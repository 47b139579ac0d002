namespace NewsMonitor.TopicTagging.Matching;

/// <summary>A term of an occurrence, as far as it can clash with another.</summary>
/// <param name="Hit">Its words.</param>
/// <param name="Concept">The ordinal of the concept that was asked for, or -1: only different concepts may share the words of one pattern.</param>
internal readonly record struct OccurrencePart(Hit Hit, int Concept)
{
    public static OccurrencePart Of(Occurrence term) => new(term.Found.Hit, term.Term!.Kind == ClauseKind.Concept ? term.Term.Number : -1);

    public bool Clashes(in OccurrencePart other) =>
        Hit.Overlaps(other.Hit) && (Concept < 0 || other.Concept < 0 || Concept == other.Concept || Hit != other.Hit);

    public static bool Clash(ReadOnlySpan<OccurrencePart> parts, in OccurrencePart part)
    {
        foreach (var own in parts)
        {
            if (own.Clashes(part)) return true;
        }

        return false;
    }
}
