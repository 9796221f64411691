using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>Who is charged with what and what became of it, what the victims are to get, and the next charge.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class ChargesModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    private const int LinesShown = 200;
    private IReadOnlyList<Guid> accused = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ChosenOffence> Offences { get; private set; } = [];

    public IReadOnlyList<ChargeView> Brought { get; private set; } = [];

    public IReadOnlyList<CompensationView> Compensations { get; private set; } = [];

    public IReadOnlyList<Choice> Courts { get; private set; } = [];

    public IEnumerable<Choice> Accused => accused.Select((id, i) => new Choice($"{id}", texts["Accused {0}", i + 1]));

    /// <summary>Which accused of the case, from 1.</summary>
    public int NumberOf(Guid suspect) => accused.Index().First(a => a.Item == suspect).Index + 1;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        Offences = await ChosenAsync(ct);
        Brought = await (
                from c in Db.Charges
                join o in Db.CaseOffences on c.CaseOffenceId equals o.Id
                join t in Db.Offences on o.OffenceCode equals t.Code
                where c.CaseId == Case.Id
                orderby c.Id
                select new ChargeView(c, t))
            .Take(LinesShown).ToListAsync(ct);
        accused = [.. Brought.Select(b => b.Charge.SuspectId).Distinct()];
        Compensations = await (
                from v in Db.Victims.AsNoTracking()
                from k in Db.Compensations.Where(k => k.VictimId == v.Id).DefaultIfEmpty()
                where v.CaseId == Case.Id
                orderby v.Position
                select new CompensationView(new LawPerson(v.Id, v.Position, v.Sex, v.Age), k))
            .ToListAsync(ct);
        Courts = [.. (await CodesAsync(ct, "court_type"))["court_type"]];
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Court is { } court && Courts.All(c => c.Value != court))
            ModelState.AddModelError("Input.Court", texts["Choose a court of the list."]);
        if (!ModelState.IsValid)
            return Page();
        if ((Input.Accused is { } known && !accused.Contains(known)) || Offences.FirstOrDefault(o => o.Chosen.Id == Input.Offence) is not { } offence)
            return NotFound();
        Db.Add(Charge.Bring(
            Case, Input.Accused ?? Guid.CreateVersion7(), offence.Chosen, Input.On!.Value, Input.Court, Brought.Select(b => b.Charge), CurrentUser.Actor,
            PakistanTime.DayOf(clock.GetUtcNow())));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/law/charges");
    }

    /// <summary>A charge with the text of its offence.</summary>
    public sealed record ChargeView(Charge Charge, Offence Offence);

    /// <summary>A person and what they are to get.</summary>
    public sealed record CompensationView(LawPerson Person, Compensation? Compensation);

    public sealed class InputModel
    {
        /// <summary>One of those named before; null: a further one.</summary>
        public Guid? Accused { get; set; }

        [Required(ErrorMessage = "Choose an offence.")]
        public Guid? Offence { get; set; }

        [Required(ErrorMessage = "Choose the day.")]
        public DateOnly? On { get; set; }

        [StringLength(20)]
        public string? Court { get; set; }
    }
}
