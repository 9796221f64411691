using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>
/// Opens who a person is. Asking shows nothing; answering why is recorded and then shows it, on this page and each time anew: a
/// repeated post is another look, and is recorded as one.
/// </summary>
[RequirePermission(Permission.OpenIdentities), RepeatIsHarmless]
public sealed class IdentityModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : VictimPageModel(db)
{
    [BindProperty]
    public OpeningReason Reason { get; set; } = new();

    /// <summary>The identity, once opened.</summary>
    public IdentityView? Shown { get; private set; }

    public bool HasIdentity { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => HasIdentity = await Db.VictimIdentities.AnyAsync(i => i.VictimId == Person.Id, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kept = await Db.VictimIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.VictimId == Person.Id, ct);
        HasIdentity = kept is not null;
        if (!ModelState.IsValid || kept is null)
            return Page();
        Db.Add(new IdentityOpening(Person.Id, Case.Id, user.Actor, Reason.Kept(), clock.GetUtcNow()));
        // First on record, then on the screen.
        await Db.SaveChangesAsync(ct);
        var details = cipher.Open<IdentityDetails>(SealKinds.Identity, Person.Id, kept.SealedDetails);
        Shown = await IdentityView.OfAsync(Db, details, Person.AddressIsConfidential, ct);
        return Page();
    }
}
