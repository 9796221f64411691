using TipSom.Domain.Retention;

namespace TipSom.Web.Localisation;

/// <summary>Words of erasing and redacting; keys of their translation.</summary>
public static class RetentionLabels
{
    public static string Of(ErasureGround ground) => ground switch
    {
        ErasureGround.TimeIsOver => "The time of keeping is over",
        ErasureGround.PersonAsked => "The person asked for it",
        ErasureGround.CourtOrder => "A court ordered it"
    };

    public static string Of(ErasureStatus status) => status switch
    {
        ErasureStatus.Proposed => "Waits for a supervisor",
        ErasureStatus.Approved => "Waits for a second person",
        ErasureStatus.CarriedOut => "Erased",
        ErasureStatus.PutAside => "Kept for now"
    };

    public static string Of(RedactedText text) => text switch
    {
        RedactedText.Narrative => "The account was redacted",
        RedactedText.Note => "A note was redacted"
    };

    public static string Of(RedactionReason reason) => reason switch
    {
        RedactionReason.SomebodyElse => "It names or describes somebody else",
        RedactionReason.NameInText => "It names the person where no name belongs",
        RedactionReason.WrongCase => "It belongs to another case",
        RedactionReason.NotNeeded => "It says more than the work needs"
    };
}
