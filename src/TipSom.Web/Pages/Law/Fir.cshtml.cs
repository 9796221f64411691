using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Law;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>Writes an FIR down as a station's register has it; the time for the challan runs from it.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class FirModel(TipSomDbContext db, LegalSteps steps, CurrentUser user) : LawPageModel(db, user)
{
    private IReadOnlyList<Unit> stations = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ChosenOffence> Offences { get; private set; } = [];

    /// <summary>Stations and circles of the own agency.</summary>
    public IEnumerable<Choice> Stations =>
        stations.Select(u => new Choice($"{u.Id}", new BilingualName(u.NameEn, u.NameUr).Here)).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        stations = await Db.Units.AsNoTracking()
            .Where(u => u.AgencyId == CurrentUser.AgencyId && (u.Kind == UnitKind.Station || u.Kind == UnitKind.Circle)).ToListAsync(ct);
        Offences = await ChosenAsync(ct);
        return null;
    }

    public void OnGet() => Input = new InputModel
    {
        StationId = stations.FirstOrDefault(u => u.Id == Case.HoldingUnitId)?.Id,
        Offences = [.. Offences.Select(o => o.Offence.Code)]
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        if (stations.FirstOrDefault(u => u.Id == Input.StationId) is not { } station)
            return NotFound();
        var facts = new FirFacts(
            Input.Serial!.Value, Input.Year!.Value, PakistanTime.MomentOf(Input.Day!.Value, Input.Time ?? TimeOnly.MinValue),
            Input.HappenedOn is { } day ? PakistanTime.MomentOf(day, Input.HappenedAt ?? TimeOnly.MinValue) : null,
            [.. Offences.Select(o => o.Offence.Code).Intersect(Input.Offences)]);
        var details = new FirDetails(
            Input.Place, Input.InPresenceOf, Input.PlaceOfRecording, Input.DelayReason, Input.RecordingOfficer, Input.EnquiryNumber);
        await steps.RegisterAsync(Case, station, facts, details, CurrentUser.Actor, ct);
        await Db.SaveChangesAsync(ct);
        return ToLaw(LawNotice.FirRegistered);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose the station or circle.")]
        public Guid? StationId { get; set; }

        [Required(ErrorMessage = "Enter the number of the FIR."), Range(1, FirstInformationReport.HighestSerial)]
        public int? Serial { get; set; }

        [Required(ErrorMessage = "Enter the year of the FIR."), Range(1947, 2200)]
        public int? Year { get; set; }

        [Required(ErrorMessage = "Choose the day.")]
        public DateOnly? Day { get; set; }

        public TimeOnly? Time { get; set; }

        public DateOnly? HappenedOn { get; set; }

        public TimeOnly? HappenedAt { get; set; }

        public List<string> Offences { get; set; } = [];

        [StringLength(FirDetails.MaxLength)]
        public string? Place { get; set; }

        [StringLength(FirDetails.MaxLength)]
        public string? InPresenceOf { get; set; }

        [StringLength(FirDetails.MaxLength)]
        public string? PlaceOfRecording { get; set; }

        [StringLength(FirDetails.MaxLength)]
        public string? DelayReason { get; set; }

        [StringLength(FirDetails.MaxLength)]
        public string? RecordingOfficer { get; set; }

        [StringLength(FirDetails.MaxLength)]
        public string? EnquiryNumber { get; set; }
    }
}
