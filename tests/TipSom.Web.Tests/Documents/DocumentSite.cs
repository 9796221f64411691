using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Documents;
using TipSom.TestSupport;

namespace TipSom.Web.Tests.Documents;

/// <summary>One database, one portal with a virus scanner and one police station for a test class about documents.</summary>
public sealed class DocumentSite(PostgresServer server) : IAsyncLifetime
{
    public TestDatabase Database { get; } = new(server);

    public VirusScanner Scanner { get; } = new();

    public World World { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public Force Police { get; private set; } = null!;

    public PortalBrowser Officer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        World = new World(Database);
        Portal = new Portal(Database) { Settings = Scanner.Settings };
        Police = await World.PoliceAsync();
        Officer = await Portal.BrowserOfAsync(Police.Officer);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await World.DisposeAsync();
        await Database.DisposeAsync();
        await Scanner.DisposeAsync();
    }

    public static string UrlOf(Case @case) => $"/cases/{@case.Number}/documents";

    public static string UrlOf(Case @case, CaseDocument document, string act) => $"/cases/{@case.Number}/documents/{document.Id}/{act}";

    /// <summary>Adds a file over HTTP; the officer does where nobody is named.</summary>
    public async Task<HttpResponseMessage> AddAsync(
        PortalBrowser? browser, Case @case, byte[] file, string name = "paper.pdf", string kind = "CourtPaper", string? title = null, string? photograph = null) =>
        await PostAsync(browser ?? Officer, await (browser ?? Officer).OpenAsync(UrlOf(@case) + "/new"), file, name, kind, title, photograph);

    public static async Task<HttpResponseMessage> PostAsync(
        PortalBrowser browser, IHtmlDocument form, byte[] file, string name, string kind, string? title = null, string? photograph = null)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        // As browsers send it: UTF-8, between quotation marks.
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Upload\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"");
        using var body = new MultipartFormDataContent { content };
        body.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        body.Add(new StringContent(kind), "Input.Kind");
        body.Add(new StringContent(title ?? ""), "Input.Title");
        if (photograph is not null)
            body.Add(new StringContent(photograph), "Input.Photograph");
        foreach (var hidden in form.QuerySelectorAll("main form input[type=hidden]"))
            body.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        return await browser.Client.PostAsync(new Uri(form.Url).PathAndQuery, body, TestContext.Current.CancellationToken);
    }

    /// <summary>Adds a file and has it looked at.</summary>
    public async Task<CaseDocument> CleanAsync(Case @case, byte[]? file = null, string name = "paper.pdf", string kind = "CourtPaper", string? title = null, string? photograph = null)
    {
        var answer = await AddAsync(Officer, @case, file ?? TestFiles.Pdf(), name, kind, title, photograph);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await ScanAsync();
        return await NewestAsync(@case);
    }

    public async Task ScanAsync()
    {
        while (await Portal.ScanWorker().WorkAsync(TestContext.Current.CancellationToken) > 0)
        {
            // Until nothing waits that the scanner has a word for.
        }
    }

    public Task<CaseDocument> NewestAsync(Case @case) =>
        ReadAsync(db => db.CaseDocuments.AsNoTracking().Where(d => d.CaseId == @case.Id).OrderByDescending(d => d.AddedAt).FirstAsync());

    public Task<T> ReadAsync<T>(Func<TipSomDbContext, Task<T>> read) => World.AsAsync(Police.Officer, (_, db) => read(db));

    /// <summary>Asks the database as its owner.</summary>
    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
