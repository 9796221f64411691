using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Reference;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Assessment;

/// <summary>The places of a person's route in their order. A place abroad may contradict what the case says of the border.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class RouteModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : AssessmentPageModel(db, user, clock)
{
    private List<RoutePlace> route = [];
    private ILookup<int, RoutePlace> others = Array.Empty<RoutePlace>().ToLookup(_ => 0);
    private List<CodeListEntry> countries = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Position of the person whose places are taken over; null where a place is added.</summary>
    [BindProperty]
    public int? From { get; set; }

    /// <summary>Whose places may be taken over: other people of the case, while this one has none.</summary>
    public IEnumerable<int> Others => route.Count > 0 ? [] : others.Select(o => o.Key).Order();

    public IReadOnlyList<PlaceView> Places { get; private set; } = [];

    public IReadOnlyList<Choice> Districts { get; private set; } = [];

    public IReadOnlyList<Choice> Countries => ChoicesOf(countries.Where(c => c.Code.Length == 2), CodeChoices.Countries, []);

    /// <summary>A place lies abroad, and the case does not say that the border was crossed.</summary>
    public bool ContradictsCase => Case.Border != BorderCrossing.AcrossBorder && route.Exists(p => p.IsAbroad);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        countries = await Db.CodeList.AsNoTracking().Where(e => e.List == CodeChoices.Countries).ToListAsync(ct);
        var districts = await (
                from d in Db.Districts
                join p in Db.Provinces on d.ProvinceCode equals p.Code
                orderby p.SortOrder
                select new { d.Code, Name = new BilingualName(d.NameEn, d.NameUr), Province = new BilingualName(p.NameEn, p.NameUr), d.IsOffered })
            .ToListAsync(ct);
        Districts = [.. districts.Where(d => d.IsOffered).Select(d => new Choice(d.Code, d.Name.Here, Group: d.Province.Here))];
        var ofCase = await (
                from p in Db.RoutePlaces.AsNoTracking()
                join v in Db.Victims on p.VictimId equals v.Id
                where p.CaseId == Case.Id && p.RemovedAt == null
                orderby p.Rank
                select new { v.Position, Place = p })
            .ToListAsync(ct);
        route = [.. ofCase.Where(p => p.Position == Position).Select(p => p.Place)];
        others = ofCase.Where(p => p.Position != Position).ToLookup(p => p.Position, p => p.Place);
        var names = countries.ToDictionary(c => c.Code, c => c.LabelIn(CultureInfo.CurrentUICulture));
        Places =
        [
            .. route.Select(p => new PlaceView(
                p, names.GetValueOrDefault(p.CountryCode, p.CountryCode), districts.FirstOrDefault(d => d.Code == p.DistrictCode)?.Name))
        ];
        return null;
    }

    public void OnGet()
    {
        // The route was loaded before; the form begins empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (From is { } other)
            return await TakeOverAsync(other, ct);
        if (Input.CountryCode is { } country && countries.TrueForAll(c => c.Code != country))
            ModelState.AddModelError("Input.CountryCode", texts["Choose the country from the list."]);
        if (!ModelState.IsValid)
            return Page();
        Db.Add(RoutePlace.Add(
            Case, Person, new RouteFacts(Input.Stage!.Value, Input.CountryCode!, Input.DistrictCode, Input.Year, Input.Day), route, Input.Before, Actor, Today, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("route");
    }

    private async Task<IActionResult> TakeOverAsync(int other, CancellationToken ct)
    {
        if (!Others.Contains(other))
            return NotFound();
        Db.AddRange(others[other].Select(place => place.SameOf(Case, Person, Actor, Now)));
        await Db.SaveChangesAsync(ct);
        return Saved("route");
    }

    /// <summary>A place with its names.</summary>
    public sealed record PlaceView(RoutePlace Place, string Country, BilingualName? District)
    {
        public string Where => District is { } district ? $"{district.Here}, {Country}" : Country;
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say what happened there.")]
        public RouteStage? Stage { get; set; }

        [Required(ErrorMessage = "Choose the country from the list.")]
        public string? CountryCode { get; set; } = RoutePlace.Pakistan;

        public string? DistrictCode { get; set; }

        public int? Year { get; set; }

        public DateOnly? Day { get; set; }

        /// <summary>The place it comes before; none for the end.</summary>
        public Guid? Before { get; set; }
    }
}
