using Microsoft.Extensions.Localization;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Localisation;

/// <summary>The words of the national figures: English, and the key of the translation.</summary>
public static class FigureLabels
{
    public static string Of(PersonGroup group) => group switch
    {
        PersonGroup.Women => "Women",
        PersonGroup.Men => "Men",
        PersonGroup.Children => "Children",
        PersonGroup.Transgender => "Transgender persons",
        PersonGroup.Unknown => "Age or sex not known"
    };

    public static string Of(YearKind kind) => kind switch
    {
        YearKind.Calendar => "January to December",
        YearKind.Fiscal => "July to June, the fiscal year",
        YearKind.AprilToMarch => "April to March"
    };

    public static string Of(NationalIndicator indicator) => indicator switch
    {
        NationalIndicator.Identified => "Victims of trafficking identified",
        NationalIndicator.ForcedLabour => "of them in forced labour",
        NationalIndicator.SexualExploitation => "of them sexually exploited",
        NationalIndicator.OrganisedBegging => "of them in organised begging",
        NationalIndicator.Referred => "Persons referred to care",
        NationalIndicator.ReferredToGovernment => "of them to a government service",
        NationalIndicator.ReferredToNgo => "of them to an NGO",
        NationalIndicator.InCare => "Persons who arrived in care",
        NationalIndicator.Smuggled => "Smuggled migrants, counted apart",
        NationalIndicator.Investigations => "Investigations",
        NationalIndicator.Accused => "Persons accused",
        NationalIndicator.Arrested => "Persons arrested",
        NationalIndicator.Prosecutions => "Persons charged",
        NationalIndicator.Convictions => "Persons convicted"
    };

    /// <summary>What exactly is counted.</summary>
    public static string Meaning(NationalIndicator indicator) => indicator switch
    {
        NationalIndicator.Identified => "Distinct persons whom a case holds as victims of trafficking, each once in a year, in the year in which they were found. Entries that were linked or merged are one person. A case that was a duplicate, an error or not trafficking counts nobody.",
        NationalIndicator.ForcedLabour => "Persons identified whose latest record of what happened says forced or bonded labour. They are a part of those identified and never added to them.",
        NationalIndicator.SexualExploitation => "Persons identified whose latest record of what happened says sexual exploitation. Somebody may be counted under several forms.",
        NationalIndicator.OrganisedBegging => "Persons identified whose latest record of what happened says organised begging. Somebody may be counted under several forms.",
        NationalIndicator.Referred => "Distinct persons with at least one referral that was sent in the year and not withdrawn. A referral is an event, and a person may have several.",
        NationalIndicator.ReferredToGovernment => "Persons referred to a service of a government. Reported in returns only.",
        NationalIndicator.ReferredToNgo => "Persons referred to a service of an NGO. Reported in returns only.",
        NationalIndicator.InCare => "Persons identified in the year who have arrived with a provider since, proved by the arrival code.",
        NationalIndicator.Smuggled => "Distinct persons whom a case holds as smuggled migrants. A smuggled migrant is not a victim of trafficking; who is both is counted once in each.",
        NationalIndicator.Investigations => "Cases with a first information report, in the year of the first one, under each law chosen for the case.",
        NationalIndicator.Accused => "Persons accused in first information reports. Reported in returns only.",
        NationalIndicator.Arrested => "Persons arrested. Reported in returns only.",
        NationalIndicator.Prosecutions => "Persons charged in court in the year, once under each law.",
        NationalIndicator.Convictions => "Persons convicted in the year, once under each law. A conviction under one law is never counted under another."
    };

    public static string Of(LawOfCount law) => law switch
    {
        LawOfCount.Ptpa => "Trafficking in Persons Act 2018",
        LawOfCount.Psma => "Smuggling of Migrants Act 2018",
        LawOfCount.Ppc => "Trafficking under the Penal Code",
        LawOfCount.Blsa => "Bonded Labour Act",
        LawOfCount.Emigration => "Emigration Ordinance 1979",
        LawOfCount.Other => "Other laws"
    };

    public static string Of(KindOfCount kind) => kind switch
    {
        KindOfCount.Sex => "sexual exploitation",
        KindOfCount.Labour => "labour",
        KindOfCount.Unspecified => "not specified"
    };

    /// <summary>A law and the kind of exploitation.</summary>
    public static string Of(LawOfCount law, KindOfCount kind, IStringLocalizer<Ui> texts) => $"{texts[Of(law)]} · {texts[Of(kind)]}";

    /// <summary>What a figure is divided by.</summary>
    public static string OfDimension(string dimension) => dimension switch
    {
        "month" => "Month",
        "sex" => "Sex",
        "age" => "Age",
        "global" => "Groups of the global report",
        "citizenship" => "Citizenship",
        "border" => "Inside Pakistan or across the border",
        "found" => "District where found",
        "found-province" => "Province where found",
        "exploited" => "Place of exploitation",
        "exploited-province" => "Province of exploitation",
        "origin" => "Place of recruitment",
        "origin-province" => "Province of recruitment",
        "sector" => "Sector of work",
        "forced-labour" => "Forced labour",
        "form" => "Form of exploitation",
        "authority" => "Authority that identified",
        "service" => "Service asked for",
        "urgency" => "How soon",
        "provider" => "Provider",
        "status" => "Where the referral stands",
        "declined" => "Why it was declined",
        "outcome" => "How care ended",
        "answered" => "Time to an answer",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No figure is divided by this.")
    };

    /// <summary>What persons are divided by.</summary>
    public static IReadOnlyList<string> OfPersons { get; } =
    [
        "month", "sex", "age", "global", "citizenship", "border", "found-province", "found", "exploited-province", "exploited", "origin-province", "origin",
        "form", "forced-labour", "sector", "authority"
    ];

    /// <summary>What referrals alone are divided by.</summary>
    public static IReadOnlyList<string> OfReferrals { get; } = ["service", "urgency", "provider", "status", "declined", "outcome", "answered"];
}
