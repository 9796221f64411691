using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Web.Localisation;

/// <summary>The words people read for what is kept of a person and of a suspect. A new value without words does not compile.</summary>
public static class PersonLabels
{
    public static string Of(PersonRole role) => role switch
    {
        PersonRole.VictimOfTrafficking => "Victim of trafficking",
        PersonRole.SmuggledMigrant => "Smuggled migrant",
        PersonRole.Witness => "Witness",
        PersonRole.Dependant => "Dependant"
    };

    /// <summary>What a person is to the other of a tie, whose number fills the place.</summary>
    public static string Of(FamilyTieKind kind, bool isFirst) => (kind, isFirst) switch
    {
        (FamilyTieKind.ParentOf, true) => "Parent of person {0}",
        (FamilyTieKind.ParentOf, false) => "Child of person {0}",
        (FamilyTieKind.SpouseOf, _) => "Wife or husband of person {0}",
        (FamilyTieKind.SiblingOf, _) => "Sister or brother of person {0}",
        (FamilyTieKind.GuardianOf, true) => "Guardian of person {0}",
        (FamilyTieKind.GuardianOf, false) => "In the care of person {0}",
        (FamilyTieKind.OtherRelativeOf, _) => "Relative of person {0}"
    };

    public static string Of(AgeBasis basis) => basis switch
    {
        AgeBasis.Document => "A document that was seen",
        AgeBasis.Stated => "What the person says",
        AgeBasis.Estimated => "The officer's estimate",
        AgeBasis.Medical => "A medical assessment"
    };

    public static string Of(ContactChannel channel) => channel switch
    {
        ContactChannel.Call => "Telephone call",
        ContactChannel.Sms => "Text message",
        ContactChannel.WhatsApp => "WhatsApp",
        ContactChannel.TrustedPerson => "Through somebody the person trusts",
        ContactChannel.InPerson => "Face to face"
    };

    public static string Of(SuspectStatus status) => status switch
    {
        SuspectStatus.Suspected => "Suspected",
        SuspectStatus.Arrested => "Arrested",
        SuspectStatus.ReleasedForLackOfEvidence => "Released for lack of evidence",
        SuspectStatus.ProclaimedOffender => "Proclaimed offender",
        SuspectStatus.Cleared => "No longer suspected"
    };

    /// <summary>The look of a status, as <c>ts-tag</c> has it.</summary>
    public static string TagOf(SuspectStatus status) => status switch
    {
        SuspectStatus.Suspected => "info",
        SuspectStatus.Arrested or SuspectStatus.ProclaimedOffender => "warn",
        SuspectStatus.ReleasedForLackOfEvidence or SuspectStatus.Cleared => "neutral"
    };
}
