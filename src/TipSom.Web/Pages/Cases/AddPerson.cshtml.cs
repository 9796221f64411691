using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Finding;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>
/// Adds another person found with the first. What holds for the whole case is not asked again, and what was said of the person before
/// is proposed: eleven people of one raid are added in one sitting.
/// </summary>
[RequirePermission(Permission.LogCases)]
public sealed class AddPersonModel(TipSomDbContext db, RecordCipher cipher, AlikePeople alike, CurrentUser user, TimeProvider clock) : CasePageModel(db)
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Add,
        AddAndGoOn
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public Act Step { get; set; }

    /// <summary>Position of the person who was just added, where the officer goes on with the next.</summary>
    [FromQuery(Name = "added")]
    public int? Added { get; init; }

    /// <summary>Who may be the same person.</summary>
    public Finds Alike { get; private set; } = Finds.None;

    /// <summary>The case the officer goes on in instead.</summary>
    public string? GoTo { get; private set; }

    public IEnumerable<Choice> Languages { get; private set; } = [];

    /// <summary>Position of the last person of whom it is recorded what happened; null where it is of nobody.</summary>
    public int? Told { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Told = await Db.Victims
            .Where(v => v.CaseId == Case.Id && (Db.ExploitationRecords.Any(r => r.VictimId == v.Id) || Db.RoutePlaces.Any(p => p.VictimId == v.Id && p.RemovedAt == null)))
            .MaxAsync(v => (int?)v.Position, ct);
        Languages = (await Db.CodeChoicesAsync(ct, CodeChoices.Languages))[CodeChoices.Languages];
        return null;
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var before = await Db.Victims.Where(v => v.CaseId == Case.Id).OrderByDescending(v => v.Position)
            .Select(v => new
            {
                v.LanguageCode,
                v.NeedsInterpreter,
                Needs = v.Needs.Where(n => n.EndedAt == null).Select(n => n.Service).ToList(),
                Roles = v.Roles.Where(r => r.Until == null).Select(r => r.Role).ToList()
            })
            .AsSingleQuery().FirstAsync(ct);
        Input = new InputModel
        {
            Needs = [.. before.Needs.Distinct()],
            Roles = [.. before.Roles.Distinct()],
            LanguageCode = before.LanguageCode,
            NeedsInterpreter = before.NeedsInterpreter,
            SameAs = Told,
            // Said once, it is proposed for the next too.
            IsSame = Told is not null && Told == Added
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Languages.Offer(Input.LanguageCode))
            Input.LanguageCode = null;
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
        var facts = Input.Person.Facts(Input.Needs) with { Roles = Input.Roles, LanguageCode = Input.LanguageCode, NeedsInterpreter = Input.NeedsInterpreter };
        var victim = Case.AddPerson(facts, user.Actor, now);
        if (!identity.IsEmpty)
            Db.Add(new VictimIdentity(victim.Id, Case.Id, cipher.Seal(SealKinds.Identity, victim.Id, identity), now));
        if (Input is { IsSame: true, SameAs: { } position })
            await CopyAsync(position, victim, now, ct);
        alike.Keep(said, Case, victim);
        await Db.SaveChangesAsync(ct);
        return Step == Act.AddAndGoOn ? LocalRedirect($"/cases/{Case.Number}/people/new?added={victim.Position}") : ToCase(CaseNotice.PersonAdded);
    }

    private async Task CopyAsync(int position, Victim victim, DateTimeOffset now, CancellationToken ct)
    {
        var before = Case.Victims.FirstOrDefault(v => v.Position == position)?.Id;
        var record = await Db.ExploitationRecords.AsNoTracking().Where(r => r.CaseId == Case.Id && r.VictimId == before).OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);
        var route = await Db.RoutePlaces.AsNoTracking().Where(p => p.CaseId == Case.Id && p.VictimId == before && p.RemovedAt == null).ToListAsync(ct);
        if (record is not null)
            Db.Add(record.SameOf(Case, victim, user.Actor, now));
        Db.AddRange(route.Select(place => place.SameOf(Case, victim, user.Actor, now)));
    }

    public sealed class InputModel
    {
        public PersonInput Person { get; set; } = new();

        public List<ServiceType> Needs { get; set; } = [];

        public List<PersonRole> Roles { get; set; } = [];

        public string? LanguageCode { get; set; }

        public bool? NeedsInterpreter { get; set; }

        /// <summary>Whether the same happened to the person as to the one before.</summary>
        public bool IsSame { get; set; }

        /// <summary>Position of the one before, as the form named it.</summary>
        public int? SameAs { get; set; }

        public WhoInput Who { get; set; } = new();

        /// <summary>What the officer says of those who may be the same person.</summary>
        public List<AlikeInput> Alike { get; set; } = [];

        /// <summary>Whether those were shown: they are shown once, and hold nothing up.</summary>
        public bool WasShown { get; set; }

        /// <summary>Add although the officer found the person in another case.</summary>
        public bool Anyway { get; set; }
    }
}
