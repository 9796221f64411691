using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages;

/// <summary>What the person has to do next, by what the role may do; what is open and overdue in each province for the national desk.</summary>
[RequirePermission(Permission.SeeOwnWork)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Role Role => user.Role;

    public bool Refers => user.May(Permission.SendReferrals);

    public bool Answers => user.May(Permission.AnswerReferrals);

    /// <summary>For those who refer or answer.</summary>
    public Work? Work { get; private set; }

    /// <summary>For those who refer: who needs help again after care.</summary>
    public IReadOnlyList<FollowUpRow> HelpNeeded { get; private set; } = [];

    /// <summary>For those who refer: time limits of the law that come near or have passed.</summary>
    public IReadOnlyList<LegalDeadlineRow> LegalDeadlines { get; private set; } = [];

    /// <summary>For supervisors: cases that wait for a decision.</summary>
    public IReadOnlyList<CaseDecision> Decisions { get; private set; } = [];

    /// <summary>For the national desk.</summary>
    public IReadOnlyList<ProvinceRow>? Provinces { get; private set; }

    /// <summary>What else the role may open.</summary>
    public IEnumerable<NavigationItem> Places => MainNavigation.For(User).Where(item => item.Url != "/");

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Refers)
        {
            Work = await db.SendersWorkAsync(user.AgencyId, Now, ct);
            HelpNeeded = await db.HelpNeededAsync(ct);
            (LegalDeadlines, Decisions) = await db.CasesWaitingAsync(user.May(Permission.DecideSharing), Now, ct);
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
        "approve" => ("Approve the hand-over of the lead", $"/cases/{decision.CaseNumber}/lead/approve"),
        _ => ("Accept or refuse the lead", $"/transfers/{decision.CaseNumber}")
    };

    /// <summary>Where the whole of a list stands.</summary>
    public string AllUrl => Refers ? "/referrals" : Answers ? "/inbox" : "/board/referrals";
}
