namespace TipSom.Web.Pages.Cases;

/// <summary>What _PersonCard shows: one person, and the page whose addresses it uses.</summary>
public sealed record PersonCard(DetailsModel Page, DetailsModel.PersonView Person);

/// <summary>What the case page says was just done; keys of their translation.</summary>
public static class CaseDone
{
    /// <summary>The headline; null for anything that is not one of <see cref="CaseNotice"/>.</summary>
    public static string? TitleOf(string done) => done switch
    {
        CaseNotice.Logged => "The case was saved.",
        CaseNotice.PersonAdded => "The person was added.",
        CaseNotice.ConsentGiven => "Consent was recorded.",
        CaseNotice.ConsentRefused => "The refusal was recorded.",
        CaseNotice.ConsentWithdrawn => "Consent was withdrawn.",
        CaseNotice.IdentityChanged => "The identity was saved.",
        CaseNotice.HandedOver => "The case was handed over.",
        CaseNotice.FactsCorrected => "The facts were corrected.",
        CaseNotice.Closed => "The case was closed.",
        CaseNotice.Reopened => "The case was opened again.",
        CaseNotice.TakenOver => "Your agency leads this case now.",
        _ => null
    };

    /// <summary>What comes next.</summary>
    public static string TextOf(string done) => done switch
    {
        CaseNotice.Logged or CaseNotice.PersonAdded => "Next: record consent, then refer. Was somebody else found too? Add another person.",
        CaseNotice.ConsentGiven => "Every need is already in hand.",
        CaseNotice.ConsentRefused =>
            "A referral is not possible, and nothing is shared. Help by your own unit goes on, the person is counted without a name, and may be asked again at any time.",
        CaseNotice.ConsentWithdrawn => "What was on the way was taken back, and providers can no longer read the identity. Care already begun goes on.",
        CaseNotice.HandedOver => "The unit that holds it now was told.",
        CaseNotice.Closed => "It can still be read and printed. A supervisor can open it again.",
        CaseNotice.Reopened => "Its needs wait for somebody again. Look at them first.",
        CaseNotice.TakenOver => "Its unfinished referrals and open needs are yours. The other side was told.",
        _ => "You can go on."
    };
}
