using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;

namespace TipSom.Web.Localisation;

/// <summary>Words of exports; keys of their translation.</summary>
public static class ExportLabels
{
    /// <summary>The standards, in the order of the page.</summary>
    public static IReadOnlyList<DownloadKind> Standards { get; } =
        [DownloadKind.Htcds, DownloadKind.Ctdc, DownloadKind.IcTip, DownloadKind.Glotip, DownloadKind.NationalPoliceBureau];

    /// <summary>What a standard's file holds.</summary>
    public static string About(DownloadKind kind) => kind switch
    {
        DownloadKind.Htcds => "One row a person who agreed to it: the core fields that name nobody, places no finer than the province, years and no days.",
        DownloadKind.Ctdc => "One row a person who agreed to it: the 27 columns of the codebook, marks that are 1 or empty.",
        DownloadKind.IcTip => "Four tables: event, victim, perpetrator and reporting entity, of people who agreed to it. They are not linked.",
        DownloadKind.Glotip => "Exact counts of the records for the questionnaire. For national roles; not to be published.",
        DownloadKind.NationalPoliceBureau => "Figures of each agency for each period, from records and from returns, by a template that the national administrator keeps.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind))
    };

    /// <summary>How few rows may share what could be recognised; null where rows are no people.</summary>
    public static int? KOf(DownloadKind kind) => kind is DownloadKind.Htcds or DownloadKind.Ctdc or DownloadKind.IcTip ? KAnonymity.K : null;

    /// <summary>How the file is written.</summary>
    public static DownloadFormat FormatOf(DownloadKind kind) => kind == DownloadKind.NationalPoliceBureau ? DownloadFormat.Csv : DownloadFormat.Zip;

    public static string Of(ExportField field) => field switch
    {
        ExportField.Source => "Records or returns",
        ExportField.AgencyCode => "Code of the agency",
        ExportField.AgencyKind => "Kind of agency",
        ExportField.Period => "Month, quarter or year",
        ExportField.FirstDay => "First day of the period",
        ExportField.LastDay => "Last day of the period",
        ExportField.Indicator => "What is counted",
        ExportField.Total => "Everybody",
        ExportField.Women => "Women",
        ExportField.Men => "Men",
        ExportField.Children => "Children",
        ExportField.Transgender => "Transgender persons",
        ExportField.Unknown => "Age or sex not known"
    };
}
