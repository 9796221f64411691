using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Adds another person found with the first; what holds for the whole case is not asked again.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class AddPersonModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet()
    {
        // The case was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        // The next position is counted from those already there.
        await Db.Entry(Case).Collection(c => c.Victims).LoadAsync(ct);
        var now = clock.GetUtcNow();
        var victim = Case.AddPerson(Input.Person.Facts(Input.Needs), user.Actor, now);
        var identity = new IdentityDetails(Input.Who.Name, null, Input.Who.KeptIdNumber, null);
        if (!identity.IsEmpty)
            Db.Add(new VictimIdentity(victim.Id, Case.Id, cipher.Seal(SealKinds.Identity, victim.Id, identity), now));
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.PersonAdded);
    }

    public sealed class InputModel
    {
        public PersonInput Person { get; set; } = new();

        public List<ServiceType> Needs { get; set; } = [];

        public WhoInput Who { get; set; } = new();
    }
}
