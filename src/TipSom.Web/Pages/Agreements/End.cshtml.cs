using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Ends an agreement today, before its last day.</summary>
[RequirePermission(Permission.ManageAgreements), StepUp]
public sealed class EndModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : StandingPageModel(db)
{
    /// <summary>Whether there is anything to do here.</summary>
    public bool IsPossible => Agreement.Status is AgreementStatus.Signed or AgreementStatus.Suspended;

    protected override void Change(string reason) => Agreement.End(PakistanTime.DayOf(clock.GetUtcNow()), reason, user.Actor, clock.GetUtcNow());
}
