using TipSom.Domain.Emergency;

namespace TipSom.Web.Localisation;

/// <summary>The words of opening an identity in an emergency.</summary>
public static class EmergencyLabels
{
    public static string Of(EmergencyBasis basis) => basis switch
    {
        EmergencyBasis.DangerToThePerson => "The person's life is in danger",
        EmergencyBasis.DangerToAnother => "Somebody else's life is in danger",
        EmergencyBasis.CourtOrder => "A court has ordered it",
        EmergencyBasis.MissingChildAlert => "A child is missing and an alert was given"
    };

    /// <summary>How a review ended; null while it is awaited.</summary>
    public static (string Label, string Tag) Of(bool? isJustified) => isJustified switch
    {
        true => ("Justified", "good"),
        false => ("Not justified", "bad"),
        null => ("Not reviewed yet", "warn")
    };
}
