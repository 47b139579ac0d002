namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Words that a pattern of a concept or compound matched.</summary>
/// <param name="Owner">The concept's ordinal, or the number of concepts plus the compound's ordinal.</param>
/// <param name="Role">What the pattern does.</param>
/// <param name="Hit">The words.</param>
internal readonly record struct OwnedHit(int Owner, PatternRole Role, Hit Hit)
{
    /// <summary>By owner and role, then in reading order with the longer hit first.</summary>
    public static int Compare(OwnedHit a, OwnedHit b)
    {
        if (a.Owner != b.Owner) return a.Owner.CompareTo(b.Owner);
        return a.Role != b.Role ? a.Role.CompareTo(b.Role) : Hit.Compare(a.Hit, b.Hit);
    }
}
