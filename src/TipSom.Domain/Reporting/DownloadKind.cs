namespace TipSom.Domain.Reporting;

/// <summary>What a file of figures holds. Each kind has one maker in the program.</summary>
public enum DownloadKind
{
    /// <summary>The annual report of the country.</summary>
    AnnualReport,

    /// <summary>The report of a district.</summary>
    DistrictReport,

    /// <summary>Records in the data standard for human trafficking (IOM and Liberty Shared).</summary>
    Htcds,

    /// <summary>Records for the Counter-Trafficking Data Collaborative.</summary>
    Ctdc,

    /// <summary>Records by the international classification standard (IOM and UNODC).</summary>
    IcTip,

    /// <summary>Answers to the questionnaire of the global report (UNODC).</summary>
    Glotip,

    /// <summary>The return to the National Police Bureau.</summary>
    NationalPoliceBureau
}

/// <summary>How a file is written.</summary>
public enum DownloadFormat
{
    /// <summary>Lines of text with commas between the cells.</summary>
    Csv,

    /// <summary>A workbook of Excel 2007 or later.</summary>
    Xlsx,

    /// <summary>JSON, for other programs.</summary>
    Json,

    /// <summary>Several files in one.</summary>
    Zip
}

/// <summary>How far a file is.</summary>
public enum DownloadStatus
{
    /// <summary>Asked for; nobody has it in hand.</summary>
    Waiting,

    /// <summary>Being made; goes on in another portal when this one ends.</summary>
    Running,

    /// <summary>Kept, and may be taken out.</summary>
    Ready,

    /// <summary>Could not be made; a sentence says why.</summary>
    Failed,

    /// <summary>Given up by who asked.</summary>
    Cancelled,

    /// <summary>Its day is over; nothing of the file is left.</summary>
    Expired
}

/// <summary>What a status means.</summary>
public static class DownloadStatuses
{
    /// <summary>Whether something is still to be done.</summary>
    public static bool IsUnfinished(this DownloadStatus status) => status is DownloadStatus.Waiting or DownloadStatus.Running;
}
