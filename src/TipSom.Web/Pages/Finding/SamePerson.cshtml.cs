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
        Same,
        Different,
        Undo
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
        if (!ModelState.IsValid)
            return Page();
        var now = clock.GetUtcNow();
        switch (Step)
        {
            case Act.Merge:
                Merge(now);
                break;
            case Act.Link:
                if (Demand(Input.LinkBecause, "LinkBecause", "Say why they are the same.") is { } because)
                    await LinkAsync(Input.Number, Input.Person, because, now, ct);
                break;
            case Act.Same:
            case Act.Different:
                await DecideAsync(now, ct);
                break;
            case Act.Undo:
                Undo(now);
                break;
        }

        if (!ModelState.IsValid)
            return Page();
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/people/{Position}/same-person?done=true");
    }

    public int PositionOf(Guid victim) => victim == Person.Id ? Position : Others.Single(v => v.Id == victim).Position;

    public string OtherNumberOf(PersonLink link) => link.VictimId == Person.Id ? link.OtherNumber : link.Number;

    private void Merge(DateTimeOffset now)
    {
        var first = Demand(Others.SingleOrDefault(v => v.Position == Input.Into), "Into", "Choose another person of this case.");
        if (Demand(Input.Because, "Because", "Say why they are the same.") is { } because && first is not null)
            Db.Add(PersonMerge.Merge(Case, Person, first, because, user.Actor, now));
    }

    private async Task LinkAsync(string? typed, int? position, SameBecause because, DateTimeOffset now, CancellationToken ct)
    {
        RecordNumber.TryParse(typed?.Replace(" ", "", StringComparison.Ordinal), RecordNumber.CasePrefix, out var number);
        var found = await (
                from v in Db.Victims
                join c in Db.Cases on v.CaseId equals c.Id
                where c.Number == number && v.Position == position
                    && Db.CaseAccess.Any(a => a.CaseId == c.Id && a.UnitId == user.UnitId && a.Works && a.SeesIdentity)
                select new { Person = v, Case = c })
            .SingleOrDefaultAsync(ct);
        if (Demand(found, "Number", "There is no such person in a case your unit works on.") is not { } other)
            return;
        Db.Add(new PersonLink(Case, Person, other.Case, other.Person, because, user.Actor, now));
        foreach (var open in Open.Where(o => o.Choice.KnownVictimId == other.Person.Id))
            open.Choice.Settle(now);
    }

    private async Task DecideAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (Demand(Open.SingleOrDefault(o => o.Choice.Id == Input.Open), "Open", "Choose of whom you decide.") is not { } open)
            return;
        if (Step == Act.Different)
            open.Choice.Settle(now);
        else if (Demand(Input.OpenBecause, "OpenBecause", "Say why they are the same.") is { } because)
            await LinkAsync(open.Number, open.Position, because, now, ct);
    }

    private void Undo(DateTimeOffset now)
    {
        var (merge, link) = (Merges.SingleOrDefault(m => m.Id == Input.Standing), Links.SingleOrDefault(l => l.Id == Input.Standing));
        Demand((object?)merge ?? link, "Standing", "Choose what you take back.");
        if (Demand(Input.Undone, "Undone", "Say why you take it back.") is not { } because)
            return;
        merge?.Undo(Case, PositionOf(merge.VictimId), because, user.Actor, now);
        link?.Undo(because, user.Actor, now);
    }

    // What each form needs depends on which of them was sent.
    private T Demand<T>(T given, string field, string sentence)
    {
        if (given is null)
            ModelState.AddModelError($"Input.{field}", texts[sentence]);
        return given;
    }

    public sealed class InputModel
    {
        public int? Into { get; set; }

        public SameBecause? Because { get; set; }

        [StringLength(RecordNumber.Length + 6, ErrorMessage = "Write at most {1} characters.")]
        public string? Number { get; set; }

        public int? Person { get; set; }

        public SameBecause? LinkBecause { get; set; }

        public Guid? Open { get; set; }

        public SameBecause? OpenBecause { get; set; }

        public Guid? Standing { get; set; }

        public UndoneBecause? Undone { get; set; }
    }

    /// <summary>Somebody of another case of whom an officer was not sure.</summary>
    public sealed record Unsure(DuplicateChoice Choice, string Number, int Position);
}
