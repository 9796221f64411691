using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Lets referrals rest on a suspended agreement again.</summary>
[RequirePermission(Permission.ManageAgreements), StepUp]
public sealed class ResumeModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : StandingPageModel(db)
{
    /// <summary>Whether there is anything to do here.</summary>
    public bool IsPossible => Agreement.Status == AgreementStatus.Suspended;

    protected override void Change(string reason) => Agreement.Resume(reason, user.Actor, clock.GetUtcNow());
}
