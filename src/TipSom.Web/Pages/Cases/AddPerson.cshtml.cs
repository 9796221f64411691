using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Finding;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Adds another person found with the first; what holds for the whole case is not asked again.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class AddPersonModel(TipSomDbContext db, RecordCipher cipher, AlikePeople alike, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Who may be the same person.</summary>
    public Finds Alike { get; private set; } = Finds.None;

    /// <summary>The case the officer goes on in instead.</summary>
    public string? GoTo { get; private set; }

    public void OnGet()
    {
        // The case was loaded before; there is nothing else to show.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var identity = new IdentityDetails(Input.Who.Name, null, Input.Who.KeptIdNumber, null);
        var said = await alike.ReadAsync(Input.Alike, ct);
        if (!Input.Anyway && said.FirstOrDefault(s => s.Answer == DuplicateAnswer.Same) is { } same)
        {
            alike.GoOnThere(same);
            GoTo = same.Case.Number;
        }

        if (GoTo is not null || !Input.WasShown)
            Alike = await alike.AskAsync(identity, Input.Person.Age, Case.DistrictCode, Input.Alike, ModelState, ct);
        if (GoTo is not null || Alike.People.Count + Alike.Beyond.Count > 0)
        {
            await Db.SaveChangesAsync(ct);
            return Page();
        }

        // The next position is counted from those already there.
        await Db.Entry(Case).Collection(c => c.Victims).LoadAsync(ct);
        var now = clock.GetUtcNow();
        var victim = Case.AddPerson(Input.Person.Facts(Input.Needs), user.Actor, now);
        if (!identity.IsEmpty)
            Db.Add(new VictimIdentity(victim.Id, Case.Id, cipher.Seal(SealKinds.Identity, victim.Id, identity), now));
        alike.Keep(said, Case, victim);
        await Db.SaveChangesAsync(ct);
        return ToCase(CaseNotice.PersonAdded);
    }

    public sealed class InputModel
    {
        public PersonInput Person { get; set; } = new();

        public List<ServiceType> Needs { get; set; } = [];

        public WhoInput Who { get; set; } = new();

        /// <summary>What the officer says of those who may be the same person.</summary>
        public List<AlikeInput> Alike { get; set; } = [];

        /// <summary>Whether those were shown: they are shown once, and hold nothing up.</summary>
        public bool WasShown { get; set; }

        /// <summary>Add although the officer found the person in another case.</summary>
        public bool Anyway { get; set; }
    }
}
