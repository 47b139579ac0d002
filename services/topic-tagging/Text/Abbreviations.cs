namespace NewsMonitor.TopicTagging.Text;

/// <summary>Abbreviations of newswire, in folded form, after which a full stop does not end a sentence.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string> Folded = new(
        // Titles and ranks.
        ("mr mrs ms dr prof gen col lt sgt maj capt cmdr adm sen rep gov pres rev hon st sr jr sra srta dra dna dl sig dott avv on ing mme mlle hr fr frau "
        + "mevr dhr prez płk plk gen hab inz mgr проф акад ген полк др им г гг ул лв дж δρ κ "
        // Quantities and lists.
        + "no nr num nos vol fig art pp approx ca c circa est dept inc ltd co corp bros vs etc e.g i.e mio mrd mill mil mld mln tys tis zl "
        + "тыс млн млрд руб тис грн см рис стр т д п н эл "
        // Months and common short forms.
        + "jan feb mar apr jun jul aug sep sept oct nov dec bzw usw ggf evtl inkl bijv tzv napr np tzn atd tj odst resp godz ul al ss dvs kl esim mm ns pl kb un vb vs orn sn").Split(' '),
        StringComparer.Ordinal);

    public static bool Contains(ReadOnlySpan<char> folded) =>
        folded.Length is > 0 and <= 6 && Folded.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);
}
