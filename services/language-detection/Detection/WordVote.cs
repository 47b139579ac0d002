namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>What a word says for up to three languages of a group, in natural logarithms.</summary>
internal readonly record struct WordVote
{
    private readonly short _first;
    private readonly short _second;
    private readonly short _third;
    private readonly float _firstStrength;
    private readonly float _secondStrength;
    private readonly float _thirdStrength;

    private WordVote(short first, float firstStrength, short second, float secondStrength, short third, float thirdStrength) =>
        (_first, _firstStrength, _second, _secondStrength, _third, _thirdStrength) = (first, firstStrength, second, secondStrength, third, thirdStrength);

    /// <summary>The vote for a language; 0 when the word says nothing for it.</summary>
    public float For(int language)
    {
        var number = language + 1;
        return number == _first ? _firstStrength : number == _second ? _secondStrength : number == _third ? _thirdStrength : 0;
    }

    /// <summary>The same vote, and one for another language.</summary>
    public WordVote With(int language, float strength)
    {
        var number = (short)(language + 1);
        if (_first == 0 || _first == number)
            return new(number, strength, _second, _secondStrength, _third, _thirdStrength);
        if (_second == 0 || _second == number)
            return new(_first, _firstStrength, number, strength, _third, _thirdStrength);
        return new(_first, _firstStrength, _second, _secondStrength, number, strength);
    }
}
