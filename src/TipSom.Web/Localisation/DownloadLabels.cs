using TipSom.Domain.Reporting;

namespace TipSom.Web.Localisation;

/// <summary>Words of files of figures; keys of their translation.</summary>
public static class DownloadLabels
{
    public static string Of(DownloadKind kind) => kind switch
    {
        DownloadKind.AnnualReport => "Annual report",
        DownloadKind.DistrictReport => "District report",
        DownloadKind.Htcds => "Records in the human trafficking data standard",
        DownloadKind.Ctdc => "Records for the Counter-Trafficking Data Collaborative",
        DownloadKind.IcTip => "Records by the international classification standard",
        DownloadKind.Glotip => "Questionnaire of the global report",
        DownloadKind.NationalPoliceBureau => "Return to the National Police Bureau"
    };

    public static string Of(DownloadStatus status) => status switch
    {
        DownloadStatus.Waiting => "Waits to be made",
        DownloadStatus.Running => "Being made",
        DownloadStatus.Ready => "Ready",
        DownloadStatus.Failed => "Could not be made",
        DownloadStatus.Cancelled => "Cancelled",
        DownloadStatus.Expired => "Not kept any longer"
    };

    /// <summary>The kind of tag.</summary>
    public static string TagOf(DownloadStatus status) => status switch
    {
        DownloadStatus.Waiting or DownloadStatus.Running => "info",
        DownloadStatus.Ready => "good",
        DownloadStatus.Failed => "bad",
        DownloadStatus.Cancelled or DownloadStatus.Expired => "neutral"
    };
}
