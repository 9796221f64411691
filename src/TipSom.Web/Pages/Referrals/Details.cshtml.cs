using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Referrals;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>One referral as sender, recipient or national desk may read it: where it stands, whose turn it is, and every step.</summary>
[RequirePermission(Permission.ReadReferrals)]
public sealed class DetailsModel(TipSomDbContext db, RecordCipher cipher, TimeProvider clock) : ReferralPageModel(db)
{
    public ReferralFacts Facts { get; private set; } = null!;

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>Stage one; null where the reader may not have it now.</summary>
    public NeedsView? Needs { get; private set; }

    /// <summary>How the person is met; null where nothing is arranged, or it is over.</summary>
    public OpenedArrival? Arrival { get; private set; }

    /// <summary>The officer has just sent it.</summary>
    public bool JustSent { get; private set; }

    public bool IsOverdue => Referral.IsOverdue(clock.GetUtcNow()) && !Facts.IsSettled;

    /// <summary>Why the agreement it rests on carries nothing new today; null while it does, and once the referral is over.</summary>
    public AgreementProblem? AgreementProblem => Referral.Status.IsLive() && Side != Side.National
        ? Facts.Agreement?.StandingProblem(PakistanTime.DayOf(clock.GetUtcNow()))
        : null;

    /// <summary>Accepted, or the person is there.</summary>
    public bool IsUnderCare => Referral.Status is ReferralStatus.Accepted or ReferralStatus.InCare;

    /// <summary>Whether stage one is the provider's to read in this state; where it is missing all the same, consent was withdrawn or has ended.</summary>
    public bool IsSharedInThisState => Referral.Status is ReferralStatus.Seen or ReferralStatus.Accepted or ReferralStatus.InCare;

    /// <summary>What the reader may do next; opening is a button of its own.</summary>
    public IEnumerable<ReferralVerb> Verbs => Side == Side.Recipient && Referral.Status == ReferralStatus.Sent
        ? []
        : ReferralLifecycle.VerbsFor(Side, Referral.Status).Where(v => v != ReferralVerb.Open);

    public async Task OnGetAsync(bool sent, CancellationToken ct)
    {
        JustSent = sent && Side == Side.Sender && Referral.Status == ReferralStatus.Sent;
        Facts = await ReferralFacts.OfAsync(Db, Referral, Side, ct);
        Steps = await (
                from e in Db.Set<ReferralEvent>()
                join u in Db.Units on e.ActorUnitId equals u.Id
                where e.ReferralId == Referral.Id
                orderby e.At descending, e.Id descending
                select new Step(e.Verb, e.ActorName, new BilingualName(u.NameEn, u.NameUr), e.At))
            .ToListAsync(ct);
        if (Side == Side.National || (Side == Side.Recipient && !IsSharedInThisState))
            return;
        if (await Db.NeedsOfAsync(cipher, Referral, ct) is { } needs)
            Needs = await NeedsView.OfAsync(Db, needs, ct);
        if (IsUnderCare)
            Arrival = await Db.ArrivalOfAsync(cipher, Referral, ct);
    }

    /// <summary>The address of a verb's page.</summary>
    public string UrlOf(ReferralVerb verb) => $"/referrals/{Referral.Number}/" + verb switch
    {
        ReferralVerb.Open => "open",
        ReferralVerb.Accept => "accept",
        ReferralVerb.Decline => "decline",
        ReferralVerb.Withdraw => "withdraw",
        ReferralVerb.ConfirmArrival => "arrival",
        ReferralVerb.Close => "close"
    };

    protected override bool IsFor(Side side) => true;

    public sealed record Step(ReferralVerb? Verb, string ActorName, BilingualName Unit, DateTimeOffset At);
}
