using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Finding;

/// <summary>Says that a person is the same as another entry of this case, or as one of another case; and takes that back.</summary>
[RequirePermission(Permission.ConnectPeople)]
public sealed class SamePersonModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : VictimPageModel(db)
{
    /// <summary>What the pressed button asks for.</summary>
    public enum Act
    {
        Merge,
        Link,
        UndoMerge,
        UndoLink,
        Different
    }

    [BindProperty]
    public Act Step { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public IReadOnlyList<Victim> Others { get; private set; } = [];

    /// <summary>Entries of this case that are the same as this person, either way round.</summary>
    public IReadOnlyList<PersonMerge> Merges { get; private set; } = [];

    public IReadOnlyList<PersonLink> Links { get; private set; } = [];

    /// <summary>What an officer was not sure of.</summary>
    public IReadOnlyList<Unsure> Open { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Others = await Db.Victims.Where(v => v.CaseId == Case.Id && v.Id != Person.Id).OrderBy(v => v.Position).ToListAsync(ct);
        Merges = await Db.PersonMerges.Where(m => m.UndoneAt == null && (m.VictimId == Person.Id || m.IntoVictimId == Person.Id)).ToListAsync(ct);
        Links = await Db.PersonLinks.Where(l => l.UndoneAt == null && (l.VictimId == Person.Id || l.OtherVictimId == Person.Id)).ToListAsync(ct);
        Open = await (
                from c in Db.DuplicateChoices
                join v in Db.Victims on c.KnownVictimId equals v.Id
                join k in Db.Cases on v.CaseId equals k.Id
                where c.VictimId == Person.Id && c.Answer == DuplicateAnswer.NotSure && c.SettledAt == null
                select new Unsure(c, k.Number, v.Position))
            .ToListAsync(ct);
        return null;
    }

    public void OnGet()
    {
        // Everything was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ActAsync(ct))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/people/{Position}/same-person?done=true");
    }

    public int PositionOf(Guid victim) => victim == Person.Id ? Position : Others.Single(v => v.Id == victim).Position;

    public string OtherNumberOf(PersonLink link) => link.VictimId == Person.Id ? link.OtherNumber : link.Number;

    private async Task<bool> ActAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        switch (Step)
        {
            case Act.Merge when Others.SingleOrDefault(v => v.Position == Input.Into) is { } first:
                if (Demand(Input.Because is not null, "Input.Because", "Say why they are the same."))
                    Db.Add(PersonMerge.Merge(Case, Person, first, Input.Because!.Value, user.Actor, now));
                return true;
            case Act.Merge:
                Demand(false, "Input.Into", "Choose another person of this case.");
                return true;
            case Act.Link:
                if (Demand(Input.Because is not null, "Input.Because", "Say why they are the same."))
                    await LinkAsync(now, ct);
                return true;
            case Act.UndoMerge when Merges.SingleOrDefault(m => m.Id == Input.Id) is { } merge:
                if (Demand(Input.Undone is not null, "Input.Undone", "Say why you take it back."))
                    merge.Undo(Case, PositionOf(merge.VictimId), Input.Undone!.Value, user.Actor, now);
                return true;
            case Act.UndoLink when Links.SingleOrDefault(l => l.Id == Input.Id) is { } link:
                if (Demand(Input.Undone is not null, "Input.Undone", "Say why you take it back."))
                    link.Undo(Input.Undone!.Value, user.Actor, now);
                return true;
            case Act.Different when Open.SingleOrDefault(o => o.Choice.Id == Input.Id) is { } open:
                open.Choice.Settle(now);
                return true;
            default:
                return false;
        }
    }

    private async Task LinkAsync(DateTimeOffset now, CancellationToken ct)
    {
        RecordNumber.TryParse(Input.Number?.Replace(" ", "", StringComparison.Ordinal), RecordNumber.CasePrefix, out var number);
        var other = await (
                from v in Db.Victims
                join c in Db.Cases on v.CaseId equals c.Id
                where c.Number == number && v.Position == Input.Person
                    && Db.CaseAccess.Any(a => a.CaseId == c.Id && a.UnitId == user.UnitId && a.Works && a.SeesIdentity)
                select new { Person = v, Case = c })
            .SingleOrDefaultAsync(ct);
        if (!Demand(other is not null, "Input.Number", "There is no such person in a case your unit works on."))
            return;
        Db.Add(new PersonLink(Case, Person, other!.Case, other.Person, Input.Because!.Value, user.Actor, now));
        foreach (var open in Open.Where(o => o.Choice.KnownVictimId == other.Person.Id))
            open.Choice.Settle(now);
    }

    private bool Demand(bool isThere, string field, string sentence)
    {
        if (!isThere)
            ModelState.AddModelError(field, texts[sentence]);
        return isThere;
    }

    public sealed class InputModel
    {
        public int? Into { get; set; }

        [StringLength(RecordNumber.Length + 4, ErrorMessage = "Write at most {1} characters.")]
        public string? Number { get; set; }

        public int? Person { get; set; }

        public SameBecause? Because { get; set; }

        public Guid? Id { get; set; }

        public UndoneBecause? Undone { get; set; }
    }

    /// <summary>Somebody of another case of whom an officer was not sure.</summary>
    public sealed record Unsure(DuplicateChoice Choice, string Number, int Position);
}
