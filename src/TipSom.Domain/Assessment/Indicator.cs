using System.Globalization;

namespace TipSom.Domain.Assessment;

/// <summary>One operational indicator of trafficking for labour (ILO and European Commission, 2009), as reference data.</summary>
/// <param name="code">Its code, such as D1-01.</param>
/// <param name="dimension">What it speaks of.</param>
/// <param name="labelEn">English wording.</param>
/// <param name="labelUr">Urdu wording.</param>
/// <param name="adultWeight">Its weight for an adult; null where it is not on the adult list.</param>
/// <param name="childWeight">Its weight for a child; null where it is not on the list for children.</param>
public sealed class Indicator(
    string code, IndicatorDimension dimension, string labelEn, string labelUr, IndicatorWeight? adultWeight, IndicatorWeight? childWeight)
{
    /// <summary>Its code; the key.</summary>
    public string Code { get; private set; } = code;

    /// <summary>What it speaks of.</summary>
    public IndicatorDimension Dimension { get; private set; } = dimension;

    /// <summary>English wording.</summary>
    public string LabelEn { get; private set; } = labelEn;

    /// <summary>Urdu wording.</summary>
    public string LabelUr { get; private set; } = labelUr;

    /// <summary>Its weight for an adult; null where it is not on the adult list.</summary>
    public IndicatorWeight? AdultWeight { get; private set; } = adultWeight;

    /// <summary>Its weight for a child; null where it is not on the list for children.</summary>
    public IndicatorWeight? ChildWeight { get; private set; } = childWeight;

    /// <summary>Its weight on one of the two lists; null where it is not on it.</summary>
    public IndicatorWeight? WeightFor(bool isChild) => isChild ? ChildWeight : AdultWeight;

    /// <summary>The wording in the language of a culture.</summary>
    public string LabelIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ur" ? LabelUr : LabelEn;
}

/// <summary>The six dimensions of the indicators.</summary>
public enum IndicatorDimension
{
    /// <summary>D1: deceptive recruitment.</summary>
    DeceptiveRecruitment = 1,

    /// <summary>D2: coercive recruitment.</summary>
    CoerciveRecruitment,

    /// <summary>D3: recruitment by abuse of vulnerability.</summary>
    RecruitmentByVulnerability,

    /// <summary>D4: exploitative conditions of work.</summary>
    ConditionsOfWork,

    /// <summary>D5: coercion at destination.</summary>
    CoercionAtDestination,

    /// <summary>D6: abuse of vulnerability at destination.</summary>
    VulnerabilityAtDestination
}

/// <summary>How much an indicator says.</summary>
public enum IndicatorWeight
{
    /// <summary>Strong.</summary>
    Strong,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Weak.</summary>
    Weak
}

/// <summary>What was answered about one indicator.</summary>
public enum IndicatorAnswer
{
    /// <summary>Not asked; so it stays where nothing is chosen.</summary>
    NotAsked,

    /// <summary>Present.</summary>
    Yes,

    /// <summary>Not present.</summary>
    No,

    /// <summary>Asked, and not known.</summary>
    Unknown
}
