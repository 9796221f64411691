using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Victims;

/// <summary>What is to be recorded about a person, and how far it is: who the person is, how to reach them, and what they agree to.</summary>
public static class PersonTasks
{
    /// <param name="person">The person, with the needs.</param>
    /// <param name="hasIdentity">Whether anything of the identity is kept.</param>
    /// <param name="ties">How many ties hold.</param>
    /// <param name="consent">Where the question of consent stands.</param>
    /// <param name="referrals">Every referral of the person: its need and where it stands.</param>
    public static IReadOnlyList<PersonTask> Of(
        Victim person, bool hasIdentity, int ties, DetailsModel.ConsentState consent, IEnumerable<(Guid NeedId, ReferralStatus Status)> referrals) =>
    [
        hasIdentity ? Done("Identity", "edit-identity") : ToDo("Identity", "edit-identity"),
        person.MayBeContacted switch
        {
            null => ToDo("Safe contact", "safe-contact"),
            false => new PersonTask("Safe contact", "safe-contact", "Do not call", "bad"),
            true => Done("Safe contact", "safe-contact")
        },
        Done("Roles in the case", "roles"),
        ties > 0 ? Done("Family", "family") : new PersonTask("Family", "family", "Nobody noted", "neutral"),
        (person.AgeBasis, person.LanguageCode) switch
        {
            (not null, not null) => Done("Age, sex and languages", "describe"),
            (null, null) => ToDo("Age, sex and languages", "describe"),
            _ => new PersonTask("Age, sex and languages", "describe", "In progress", "info")
        },
        consent switch
        {
            DetailsModel.ConsentState.InForce => Done("Consent", "consent"),
            DetailsModel.ConsentState.Refused => new PersonTask("Consent", "consent", "Refused", "warn", "May be asked again at any time."),
            DetailsModel.ConsentState.Withdrawn => new PersonTask("Consent", "consent", "Withdrawn", "warn", "May be asked again at any time."),
            DetailsModel.ConsentState.ToAsk => new PersonTask("Consent", "consent", "To do", "info", "Nothing can be sent without it.")
        },
        !person.OpenNeeds.Any() ? new PersonTask("Referral", "refer", "No need recorded", "neutral")
            : person.OpenNeeds.All(n => referrals.Any(r => r.NeedId == n.Id && (r.Status.IsLive() || r.Status == ReferralStatus.Closed))) ? Done("Referral", "refer")
            : consent == DetailsModel.ConsentState.InForce ? ToDo("Referral", "refer")
            : new PersonTask("Referral", "refer", "Not yet possible", "neutral")
    ];

    private static PersonTask Done(string label, string act) => new(label, act, "Completed", "done");

    private static PersonTask ToDo(string label, string act) => new(label, act, "To do", "info");
}
