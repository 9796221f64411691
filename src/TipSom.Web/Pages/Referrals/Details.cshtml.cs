using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Data.Encryption;
using TipSom.Data.Referrals;
using TipSom.Domain.Agreements;
using TipSom.Domain.Care;
using TipSom.Domain.Coordination;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>One referral as sender, recipient or national desk may read it: where it stands, whose turn it is, and every step.</summary>
[RequirePermission(Permission.ReadReferrals)]
public sealed class DetailsModel(
    TipSomDbContext db, RecordCipher cipher, FollowUps followUps, CurrentUser user, TimeProvider clock) : ReferralPageModel(db)
{
    public ReferralFacts Facts { get; private set; } = null!;

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>Stage one; null where the reader may not have it now.</summary>
    public NeedsView? Needs { get; private set; }

    /// <summary>How the person is met; null where nothing is arranged, or it is over.</summary>
    public OpenedArrival? Arrival { get; private set; }

    /// <summary>What the national desk found about the override; null where there is none, or not yet.</summary>
    public OverrideReview? Review { get; private set; }

    /// <summary>It was taken back because another provider accepted first.</summary>
    public bool GaveWay => Steps.Count > 0 && Steps[0] is { Verb: ReferralVerb.Withdraw, ActorName: null };

    /// <summary>What the form that declines begins with; its own page binds it.</summary>
    public DeclineModel.InputModel Input { get; } = new();

    /// <summary>How the person is after care, as far as it was to be asked.</summary>
    public IReadOnlyList<FollowUp> Questions { get; private set; } = [];

    /// <summary>Whether the reader takes part in what the two sides write, or did.</summary>
    public bool ShowsMessages => Facts.Messages.All > 0 || ReferralMessage.MayBeWritten(Side, Referral.Status);

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
    public bool IsSharedInThisState => Referral.Status is ReferralStatus.Seen or ReferralStatus.InformationRequested || IsUnderCare;

    /// <summary>What the reader may do next; opening is a button of its own.</summary>
    public IEnumerable<ReferralVerb> Verbs => Side == Side.Recipient && Referral.Status == ReferralStatus.Sent
        ? []
        : ReferralLifecycle.VerbsFor(Side, Referral.Status).Where(IsOffered).DistinctBy(UrlOf).OrderBy(v => v is ReferralVerb.RequestInformation);

    public async Task OnGetAsync(bool sent, CancellationToken ct)
    {
        JustSent = sent && Side == Side.Sender && Referral.Status == ReferralStatus.Sent;
        Facts = await ReferralFacts.OfAsync(Db, Referral, Side, ct);
        Steps = await (
                from e in Db.Set<ReferralEvent>()
                where e.ReferralId == Referral.Id
                orderby e.Position descending
                select new Step(
                    e.Verb, e.DeclineReason, e.ActorId == null ? null : e.ActorName,
                    Db.Units.Where(u => u.Id == e.ActorUnitId).Select(u => new BilingualName(u.NameEn, u.NameUr)).FirstOrDefault(), e.At))
            .ToListAsync(ct);
        if (Referral.OverrideReason is not null)
            Review = await Db.OverrideReviews.AsNoTracking().SingleOrDefaultAsync(o => o.ReferralId == Referral.Id, ct);
        if (Side != Side.National && Referral.Status == ReferralStatus.Closed)
            Questions = await followUps.OfAsync(Referral, ct);
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
        ReferralVerb.RequestInformation => "ask",
        ReferralVerb.GiveInformation => "inform",
        ReferralVerb.Accept => "accept",
        ReferralVerb.Decline => "decline",
        ReferralVerb.ConfirmDecline or ReferralVerb.ReturnToProvider => "review",
        ReferralVerb.Reroute => "",
        ReferralVerb.Withdraw => "withdraw",
        ReferralVerb.ConfirmArrival => "arrival",
        ReferralVerb.ReportNoShow => "no-show",
        ReferralVerb.Close => "close",
        ReferralVerb.Void => "void"
    };

    protected override bool IsFor(Side side) => true;

    // Opening and choosing another provider have buttons of their own; nobody can be late before the time agreed.
    private bool IsOffered(ReferralVerb verb) => user.May(ReferralLifecycle.PermissionFor(verb)) && verb switch
    {
        ReferralVerb.Open or ReferralVerb.Reroute => false,
        ReferralVerb.ReportNoShow => clock.GetUtcNow() >= Referral.ArrivalExpectedAt,
        _ => true
    };

    /// <summary>A line of the timeline; actor and unit are null where a referral gave way.</summary>
    public sealed record Step(ReferralVerb? Verb, DeclineReason? Reason, string? ActorName, BilingualName? Unit, DateTimeOffset At);
}
