using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Emergency;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Emergency;

/// <summary>A supervisor of who asks, or the national desk, lets one person more be opened. The hour begins.</summary>
[RequirePermission(Permission.ApproveEmergencies), StepUp]
public sealed class ApproveModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : EmergencyPageModel(db, user, clock)
{
    public override async Task<IActionResult?> LoadAsync(CancellationToken ct) =>
        await base.LoadAsync(ct) ?? (Access.GrantedAt is null || Approval is not null ? null : NotFound());

    public void OnGet()
    {
        // The access was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Db.Add(new EmergencyApproval(Access, Me.Actor, Now));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/emergency/{Access.Number}");
    }
}
