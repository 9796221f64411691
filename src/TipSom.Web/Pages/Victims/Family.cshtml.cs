using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>Who belongs to a person among those of the same case, and who must not be parted from whom.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class FamilyModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : VictimPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Victim> Others { get; private set; } = [];

    /// <summary>Ties of the person, those that hold first.</summary>
    public IReadOnlyList<(FamilyTie Tie, Victim Other)> Ties { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Others = await Db.Victims.Where(v => v.CaseId == Case.Id && v.Id != Person.Id).OrderBy(v => v.Position).ToListAsync(ct);
        var ties = await Db.FamilyTies.Where(t => t.CaseId == Case.Id && (t.PersonId == Person.Id || t.RelativeId == Person.Id)).ToListAsync(ct);
        Ties = [.. ties.OrderBy(t => t.Until is not null).ThenBy(t => t.At).Select(t => (t, Others.Single(o => t.Joins(Person.Id, o.Id))))];
        return null;
    }

    public void OnGet() => Input.KeepTogether = true;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (Others.FirstOrDefault(o => o.Position == Input.With) is not { } other)
            return NotFound();
        Case.MustBeOpen();
        var now = clock.GetUtcNow();
        var (kind, isFirst) = KindOf(Input.As!.Value);
        Db.Add(FamilyTie.Between(isFirst ? Person : other, isFirst ? other : Person, kind, Input.KeepTogether, Ties.Select(t => t.Tie), user.Actor, now));
        Case.Record(CaseEventKind.FamilyChanged, user.Actor, now, Person.Position);
        await Db.SaveChangesAsync(ct);
        return ToPerson(PersonNotice.FamilyChanged);
    }

    /// <summary>The tie that an answer means, and whether this person comes first in it.</summary>
    public static (FamilyTieKind Kind, bool IsFirst) KindOf(TieAnswer answer) => answer switch
    {
        TieAnswer.Parent => (FamilyTieKind.ParentOf, true),
        TieAnswer.Child => (FamilyTieKind.ParentOf, false),
        TieAnswer.Spouse => (FamilyTieKind.SpouseOf, true),
        TieAnswer.Sibling => (FamilyTieKind.SiblingOf, true),
        TieAnswer.Guardian => (FamilyTieKind.GuardianOf, true),
        TieAnswer.Ward => (FamilyTieKind.GuardianOf, false),
        TieAnswer.Relative => (FamilyTieKind.OtherRelativeOf, true)
    };

    public static string LabelOf(TieAnswer answer) => answer switch
    {
        TieAnswer.Parent => "Mother or father",
        TieAnswer.Child => "Son or daughter",
        TieAnswer.Spouse => "Wife or husband",
        TieAnswer.Sibling => "Sister or brother",
        TieAnswer.Guardian => "Guardian",
        TieAnswer.Ward => "In the other's care",
        TieAnswer.Relative => "Another relative"
    };

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the other person.")]
        public int? With { get; set; }

        [Required(ErrorMessage = "Choose what the one is to the other.")]
        public TieAnswer? As { get; set; }

        // Ticked when the page is opened: a box that was unticked posts nothing, and must not come back ticked.
        public bool KeepTogether { get; set; }
    }
}

/// <summary>What this person is to the other, in the words of the form.</summary>
public enum TieAnswer
{
    Parent,
    Child,
    Spouse,
    Sibling,
    Guardian,
    Ward,
    Relative
}
