namespace TipSom.Domain.Assessment;

/// <summary>
/// What answered indicators say together: an aid to screening that a person discusses with the supervisor. It never decides and is never a
/// share or a score.
/// </summary>
/// <param name="Presence">How strongly the indicators are present.</param>
/// <param name="Asked">Indicators answered with yes, no or not known.</param>
/// <param name="Present">Indicators answered with yes.</param>
/// <param name="Strong">Those of them that are strong.</param>
/// <param name="Positive">The dimensions that are positive.</param>
public sealed record IndicatorReading(IndicatorPresence Presence, int Asked, int Present, int Strong, IReadOnlyList<IndicatorDimension> Positive)
{
    /// <summary>Reads the answers by the list for an adult or for a child; an indicator that is not on that list does not count.</summary>
    public static IndicatorReading Of(IEnumerable<Indicator> indicators, IReadOnlyDictionary<string, IndicatorAnswer> answers, bool isChild)
    {
        var asked = indicators.Where(i => i.WeightFor(isChild) is not null && answers.GetValueOrDefault(i.Code) != IndicatorAnswer.NotAsked).ToList();
        var present = asked.Where(i => answers[i.Code] == IndicatorAnswer.Yes).ToList();
        var positive = present.GroupBy(i => i.Dimension).Where(dimension => IsPositive(dimension, isChild)).Select(dimension => dimension.Key).Order().ToList();
        var presence = present.Count == 0 ? IndicatorPresence.NotPresent
            : AreStrong(positive, isChild) ? IndicatorPresence.Strongly
            : IndicatorPresence.Partly;
        return new(presence, asked.Count, present.Count, present.Count(i => i.WeightFor(isChild) == IndicatorWeight.Strong), positive);
    }

    /// <summary>A dimension is positive with two strong, one strong and another, three medium, or two medium and one weak.</summary>
    public static bool IsPositive(int strong, int medium, int weak) =>
        strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak >= 1);

    /// <summary>
    /// Adult: recruitment (D1 or D2; D3 may stand in), conditions of work (D4) and coercion (D5; D6 may stand in). A child needs no
    /// means (PTPA 2018, s. 7): the conditions of work are enough.
    /// </summary>
    public static bool AreStrong(IReadOnlyCollection<IndicatorDimension> positive, bool isChild) =>
        positive.Contains(IndicatorDimension.ConditionsOfWork)
        && (isChild || (
            positive.Any(d => d is IndicatorDimension.DeceptiveRecruitment or IndicatorDimension.CoerciveRecruitment or IndicatorDimension.RecruitmentByVulnerability)
            && positive.Any(d => d is IndicatorDimension.CoercionAtDestination or IndicatorDimension.VulnerabilityAtDestination)));

    private static bool IsPositive(IEnumerable<Indicator> present, bool isChild)
    {
        var weights = present.Select(i => i.WeightFor(isChild)).ToList();
        return IsPositive(
            weights.Count(w => w == IndicatorWeight.Strong), weights.Count(w => w == IndicatorWeight.Medium), weights.Count(w => w == IndicatorWeight.Weak));
    }
}

/// <summary>How strongly the indicators are present: words for a talk with the supervisor, not a decision.</summary>
public enum IndicatorPresence
{
    /// <summary>None is present.</summary>
    NotPresent,

    /// <summary>Some are present.</summary>
    Partly,

    /// <summary>Recruitment, conditions of work and coercion are all positive; for a child, the conditions of work.</summary>
    Strongly
}
