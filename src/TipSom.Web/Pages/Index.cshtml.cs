using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Drafts;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages;

/// <summary>What the person has to do next, by what the role may do; what is open and overdue in each province for the national desk.</summary>
[RequirePermission(Permission.SeeOwnWork)]
public sealed class IndexModel(TipSomDbContext db, DraftStore drafts, CurrentUser user, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Role Role => user.Role;

    public bool Refers => user.May(Permission.SendReferrals);

    public bool Answers => user.May(Permission.AnswerReferrals);

    /// <summary>For those who refer or answer.</summary>
    public Work? Work { get; private set; }

    /// <summary>For those who refer: who needs help again after care.</summary>
    public IReadOnlyList<HelpRow> HelpNeeded { get; private set; } = [];

    /// <summary>For those who refer: time limits of the law that come near or have passed.</summary>
    public IReadOnlyList<LegalDeadlineRow> LegalDeadlines { get; private set; } = [];

    /// <summary>For supervisors: cases that wait for a decision.</summary>
    public IReadOnlyList<CaseDecision> Decisions { get; private set; } = [];

    /// <summary>For those who work on cases: risks due to be looked at again.</summary>
    public IReadOnlyList<RiskReviewRow> RiskReviews { get; private set; } = [];

    /// <summary>For those who refer: questions of other units about a person, and for a supervisor who may be the same.</summary>
    public IReadOnlyList<ConnectRow> ToConnect { get; private set; } = [];

    /// <summary>For supervisors and oversight: openings in an emergency to approve or to review.</summary>
    public IReadOnlyList<EmergencyToDo> Emergencies { get; private set; } = [];

    public bool MayOpenInEmergency => user.May(Permission.OpenInEmergency);

    /// <summary>Whether something waits that is no need and no referral.</summary>
    public bool WaitsBesides => HelpNeeded.Count + LegalDeadlines.Count + Decisions.Count + RiskReviews.Count + ToConnect.Count + Emergencies.Count > 0;

    /// <summary>For the national desk.</summary>
    public IReadOnlyList<ProvinceRow>? Provinces { get; private set; }

    /// <summary>Forms the person has begun and not finished.</summary>
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>What was just done with a draft, by the address; anything else says nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Draft { get; set; }

    /// <summary>What else the role may open.</summary>
    public IEnumerable<NavigationItem> Places => MainNavigation.For(User).Where(item => item.Url != "/");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Drafts = await drafts.ListAsync(user.Id, ct);
        if (Refers || user.May(Permission.ReviewEmergencies))
        {
            (LegalDeadlines, Decisions, ToConnect, Emergencies) = await db.CasesWaitingAsync(
                user.Id, user.May(Permission.DecideSharing), user.May(Permission.ReviewEmergencies), Now, ct);
        }

        if (Refers)
        {
            Work = await db.SendersWorkAsync(user.AgencyId, Now, ct);
            (HelpNeeded, RiskReviews) = await db.PeopleWaitingAsync(PakistanTime.DayOf(Now), ct);
        }
        else if (Answers)
        {
            Work = await db.ProvidersWorkAsync(Now, ct);
        }
        else if (user.May(Permission.ReadBoard))
        {
            if (user.May(Permission.PlaceNeeds))
                Work = await db.DesksWorkAsync(ct);
            Provinces = await db.BoardProvincesAsync(new BoardScope(Side.National, user.AgencyId), Now, ct);
        }
    }

    /// <summary>The page where the one thing to do about a row is done.</summary>
    public static string UrlOf(WorkItem item) => item.Kind switch
    {
        WorkKind.ChooseAnother or WorkKind.ChooseProvider => $"/cases/{item.CaseNumber}/people/{item.Position}/refer?need={item.NeedId}",
        WorkKind.FindPerson or WorkKind.WaitForDesk => $"/cases/{item.CaseNumber}/people/{item.Position}/refer?need={item.NeedId}",
        WorkKind.SendProposed => $"/cases/{item.CaseNumber}/people/{item.Position}/send?need={item.NeedId}&to={item.ProposedServiceId}",
        WorkKind.PlaceNeed => $"/board/unplaced/{item.NeedId}",
        WorkKind.ReviewDecline => $"/referrals/{item.ReferralNumber}/review",
        WorkKind.ReviewOverride => $"/referrals/{item.ReferralNumber}/override-review",
        WorkKind.GiveInformation => $"/referrals/{item.ReferralNumber}/inform",
        WorkKind.RecordConsent => $"/cases/{item.CaseNumber}/people/{item.Position}/consent",
        _ => $"/referrals/{item.ReferralNumber}"
    };

    /// <summary>What is to be decided, and the page where it is.</summary>
    public static (string Label, string Url) Of(CaseDecision decision) => decision.Of switch
    {
        "share" => ("Decide whether it is shared", $"/cases/{decision.CaseNumber}/sharing/{decision.Id}/decide"),
        "look" => ("Look at the accusation", $"/cases/{decision.CaseNumber}/suspects/{decision.Position}/look"),
        "approve" => ("Approve the hand-over of the lead", $"/cases/{decision.CaseNumber}/lead/approve"),
        _ => ("Accept or refuse the lead", $"/transfers/{decision.CaseNumber}")
    };

    /// <summary>Days left to a draft, and whether that is little.</summary>
    public (int Days, bool IsLittle) LeftTo(DraftRow draft)
    {
        var days = Domain.Drafts.Draft.DaysLeft(draft.ExpiresAt, Now);
        return (days, days <= Domain.Drafts.Draft.ReminderDays);
    }

    /// <summary>Where the whole of a list stands.</summary>
    public string AllUrl => Refers ? "/referrals" : Answers ? "/inbox" : "/board/referrals";
}
