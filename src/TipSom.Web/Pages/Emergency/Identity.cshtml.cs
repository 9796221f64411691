using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Queries;
using TipSom.Domain.Audit;
using TipSom.Domain.Emergency;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Emergency;

/// <summary>
/// Opens the identity that an access in force leads to. Like any opening it is a post that is recorded first, and each post is one more look.
/// </summary>
[RequirePermission(Permission.OpenInEmergency), StepUp, RepeatIsHarmless]
public sealed class IdentityModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : EmergencyPageModel(db, user, clock)
{
    private EmergencyTarget? target;

    /// <summary>What is read besides the identity; null once it is over.</summary>
    public EmergencyFacts? Facts { get; private set; }

    /// <summary>The identity, once opened.</summary>
    public IdentityView? Shown { get; private set; }

    /// <summary>Whether a name or number is kept of the person.</summary>
    public bool HasIdentity { get; private set; } = true;

    public bool IsOpen => Access.IsInForce(Now) && target is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (!IsOwn)
            return NotFound();
        target = await Db.EmergencyTargets.AsNoTracking().SingleOrDefaultAsync(t => t.AccessId == Access.Id, ct);
        Facts = await Db.EmergencyFactsAsync(Access.Id, ct);
        return null;
    }

    public void OnGet()
    {
        // Opening is a post.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Access.MustBeInForce(Now);
        if (target is null || Facts?.Person is not var (_, _, addressIsConfidential))
            return NotFound();
        Db.Add(new IdentityOpening(Access, target, Me.Actor, Now));
        // First on record, then on the screen.
        await Db.SaveChangesAsync(ct);
        var kept = await Db.VictimIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.VictimId == target.VictimId, ct);
        HasIdentity = kept is not null;
        if (kept is not null)
            Shown = await IdentityView.OfAsync(Db, cipher.Open<IdentityDetails>(SealKinds.Identity, kept.VictimId, kept.SealedDetails), addressIsConfidential, ct) with
            {
                ShowsConfidentialAddress = false
            };
        return Page();
    }
}
