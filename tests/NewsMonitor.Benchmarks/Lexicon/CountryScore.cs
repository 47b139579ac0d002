namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary>How well countries are found in one language or several.</summary>
/// <param name="Found">Named in the original and found.</param>
/// <param name="Missed">Named and not found.</param>
/// <param name="False">Found, though the original names neither the country nor anything that stands for it.</param>
/// <param name="ByCapital">Found through a capital, a seat of power or a city that the original names too: right, and no mention of the country.</param>
internal sealed record CountryScore(int Found, int Missed, int False, int ByCapital)
{
    public static CountryScore Zero { get; } = new(0, 0, 0, 0);

    public double Recall => Share(Found, Found + Missed);

    /// <summary>What was found through a capital counts neither way.</summary>
    public double Precision => Share(Found, Found + False);

    /// <summary>What was found through a capital counts as false.</summary>
    public double StrictPrecision => Share(Found, Found + False + ByCapital);

    public CountryScore Add(CountryScore other) => new(Found + other.Found, Missed + other.Missed, False + other.False, ByCapital + other.ByCapital);

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
