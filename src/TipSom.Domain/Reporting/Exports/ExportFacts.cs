namespace TipSom.Domain.Reporting.Exports;

/// <summary>What the records say of one person identified as a victim of trafficking, in codes alone. Nobody can be named from it, and nothing leads back to a record.</summary>
/// <param name="Year">Calendar year of identification.</param>
/// <param name="Event">People of one case have one number, drawn anew at each reading.</param>
/// <param name="Sex">A <see cref="Victims.Sex"/>.</param>
/// <param name="Age">Years when identified.</param>
/// <param name="AgeWhenExploited">Years when exploited.</param>
/// <param name="Citizenship">Country, two letters.</param>
/// <param name="Border">A <see cref="Cases.BorderCrossing"/>.</param>
/// <param name="ExploitedCountry">Country of the first place of exploitation.</param>
/// <param name="ExploitedProvince">Its province.</param>
/// <param name="Months">Months from the first day of exploitation that is recorded to identification.</param>
/// <param name="Forms">Codes of <c>exploitation_type</c>.</param>
/// <param name="SexualForms">Codes of <c>sex_exploitation_type</c>.</param>
/// <param name="Controls">Codes of <c>means_of_control</c>.</param>
/// <param name="Recruitments">Codes of <c>recruitment_method</c>.</param>
/// <param name="Acts">What was done (PTPA 2018, s. 3).</param>
/// <param name="Means">Force, fraud, coercion.</param>
/// <param name="IsForcedLabour">Whether labour was forced.</param>
/// <param name="Sector">Code of <c>isic_section</c>.</param>
/// <param name="Recruiter">Code of <c>recruiter_relation</c>.</param>
/// <param name="IsClosed">Whether the case is closed.</param>
/// <param name="IsConvicted">Whether somebody was convicted in the case.</param>
/// <param name="Stage">How far care came: 0 identified, 1 referred, 2 accepted, 3 in care, 4 with an outcome.</param>
/// <param name="ReferredYear">Year of the first referral.</param>
/// <param name="AuthorityKind">Kind of the agency that identified the person.</param>
/// <param name="AuthorityProvince">Province in which the person was found.</param>
public sealed record PersonExport(
    int Year, int Event, string Sex, int? Age, int? AgeWhenExploited, string? Citizenship, string Border, string? ExploitedCountry, string? ExploitedProvince,
    int? Months, string[] Forms, string[] SexualForms, string[] Controls, string[] Recruitments, string[] Acts, string[] Means, bool IsForcedLabour, string? Sector,
    string? Recruiter, bool IsClosed, bool IsConvicted, int Stage, int? ReferredYear, string AuthorityKind, string? AuthorityProvince)
{
    /// <summary>What is refused of everybody but the national desk and analysts; the database says the same.</summary>
    public const string NotAllowed = "The national desk and analysts ask for exports.";

    /// <summary>The forms that are known.</summary>
    public IEnumerable<string> KnownForms => Forms.Where(f => f != "UNK");

    /// <summary>The country of exploitation; where no place is recorded and no border was crossed, Pakistan.</summary>
    public string? CountryOfExploitation => ExploitedCountry ?? (Border == "InsidePakistan" ? "PK" : null);

    /// <summary>The country, or the province in Pakistan.</summary>
    public string PlaceOfExploitation => CountryOfExploitation == "PK" ? Provinces.Of(ExploitedProvince) : CountryCodes.TwoOf(CountryOfExploitation);
}

/// <summary>What the records say of one suspect, in codes alone.</summary>
/// <param name="Year">Calendar year in which the suspect was recorded.</param>
/// <param name="Sex">A <see cref="Victims.Sex"/>.</param>
/// <param name="Age">Years.</param>
/// <param name="Citizenship">Country, two letters.</param>
/// <param name="Roles">Codes of <c>perpetrator_role</c>.</param>
/// <param name="Standing">Suspected, Charged, Acquitted or Convicted.</param>
/// <param name="Act">The law of the charge as figures count it; null where none is charged.</param>
/// <param name="SentenceYears">Years of imprisonment.</param>
/// <param name="IsForLife">Imprisonment for life.</param>
public sealed record SuspectExport(
    int Year, string Sex, int? Age, string? Citizenship, string[] Roles, string Standing, string? Act, int? SentenceYears, bool IsForLife);
