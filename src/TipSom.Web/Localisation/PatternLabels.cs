namespace TipSom.Web.Localisation;

/// <summary>The words for each unusual pattern of the trail.</summary>
public static class PatternLabels
{
    public static string Of(string pattern) => pattern switch
    {
        "InhumanSpeed" => "Sixty openings or more within a minute",
        "ManyPeople" => "More than thirty different people opened within an hour",
        "AfterShelter" => "Opened soon after the person reached a shelter, by a unit that does not work on the case",
        "SameSearch" => "The same search again and again without a find",
        "ManyMisses" => "Many searches without a find within an hour",
        "NoAct" => "Opened without any act on the case within a day",
        "OddHours" => "Opened between 22:00 and 07:00",
        "UnusualHours" => "Opened at an hour at which this person never worked",
        "ManyRefusals" => "Ten refusals or more on one day",
        _ => pattern
    };
}
