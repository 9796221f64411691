using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Domain.Suspects;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>Who is charged with what and what became of it, what the victims are to get, and the next charge.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class ChargesModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    private const int LinesShown = 200;
    private IReadOnlyList<Suspect> suspects = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ChosenOffence> Offences { get; private set; } = [];

    public IReadOnlyList<ChargeView> Brought { get; private set; } = [];

    public IReadOnlyList<CompensationView> Compensations { get; private set; } = [];

    public IReadOnlyList<Choice> Courts { get; private set; } = [];

    public IEnumerable<Choice> Accused =>
        suspects.Where(s => s.Status != SuspectStatus.Cleared).Select(s => new Choice($"{s.Position}", texts["Suspect {0}", s.Position]));

    /// <summary>Whether somebody whom the case protects is among those who may be charged.</summary>
    public bool HasProtected => suspects.Any(s => s.VictimId is not null && s.Status != SuspectStatus.Cleared);

    /// <summary>Which suspect of the case, from 1.</summary>
    public int NumberOf(Guid suspect) => suspects.First(s => s.Id == suspect).Position;

    public bool MayAct => Works && Case.IsOpen;

    // What became of it is read by every unit that sees the investigation.
    protected override bool ChangesCase => !HttpMethods.IsGet(Request.Method);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (!SeesInvestigation)
            return NotFound();
        Offences = await ChosenAsync(ct);
        // Whoever is charged is a suspect, so one read tells both.
        var found = await (
                from s in Db.Suspects
                from c in Db.Charges.Where(c => c.SuspectId == s.Id).DefaultIfEmpty()
                from o in Db.CaseOffences.Where(o => o.Id == c.CaseOffenceId).DefaultIfEmpty()
                from t in Db.Offences.Where(t => t.Code == o.OffenceCode).DefaultIfEmpty()
                where s.CaseId == Case.Id
                orderby s.Position, c.Id
                select new { Suspect = s, Charge = c, Offence = t })
            .Take(LinesShown).ToListAsync(ct);
        suspects = [.. found.Select(f => f.Suspect).Distinct()];
        Brought = [.. found.Where(f => f.Charge is not null).Select(f => new ChargeView(f.Charge, f.Offence))];
        Compensations = await (
                from v in Db.Victims.AsNoTracking()
                from k in Db.Compensations.Where(k => k.VictimId == v.Id).DefaultIfEmpty()
                where v.CaseId == Case.Id
                orderby v.Position
                select new CompensationView(new LawPerson(v.Id, v.Position, v.Sex, v.Age), k))
            .ToListAsync(ct);
        Courts = [.. (await Db.CodeChoicesAsync(ct, "court_type"))["court_type"]];
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
        if (suspects.FirstOrDefault(s => s.Position == Input.Accused) is not { } accused || Offences.FirstOrDefault(o => o.Chosen.Id == Input.Offence) is not { } offence)
            return NotFound();
        Db.Add(Charge.Bring(
            Case, accused, offence.Chosen, Input.On!.Value, Input.Court, Brought.Select(b => b.Charge), CurrentUser.Actor,
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
        /// <summary>Which suspect of the case.</summary>
        [Required(ErrorMessage = "Choose a suspect.")]
        public int? Accused { get; set; }

        [Required(ErrorMessage = "Choose an offence.")]
        public Guid? Offence { get; set; }

        [Required(ErrorMessage = "Choose the day.")]
        public DateOnly? On { get; set; }

        [StringLength(20)]
        public string? Court { get; set; }
    }
}
