using TipSom.Data;
using TipSom.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.AddTipSomSecrets();

if (args.Contains("--migrate"))
{
    await Database.MigrateOnlyAsync(builder.Configuration);
    return 0;
}

if (args.Contains("--verify-audit"))
    return await AuditTrail.VerifyAsync(builder.Configuration, Console.Out);

if (args.Contains("--count-figures"))
    return await FigureCommands.CountAsync(builder.Configuration, Console.Out);

if (args.Contains("--obfuscate"))
    return await TestCopies.RunAsync(builder);

if (await KeyCommands.RunAsync(builder, args) is { } ended)
    return ended;

builder.UseTipSomDefaults();
builder.AddTipSomLogging();
builder.AddTipSomSecurityHeaders();
builder.AddTipSomProxy();
builder.AddTipSomRateLimits();

await using var database = await Database.OpenAsync(builder);

builder.Services.AddTipSomData(database.ConnectionString, database.Context, database.Keys);
builder.Services.AddTipSomKeys();
builder.AddTipSomSignIn();
builder.Services.AddTipSomLocalisation();
builder.AddTipSomPages();
builder.AddTipSomMail();
builder.Services.AddTipSomClocks();
builder.Services.AddTipSomImports();
builder.Services.AddTipSomDownloads();
builder.Services.AddTipSomReports();
builder.AddTipSomScanner();
builder.Services.AddTipSomFinding();
builder.AddTipSomAnchors();
builder.Services.AddTipSomHealth();

var app = builder.Build();

app.UseMiddleware<RequestLog>();
app.UseTipSomErrors();
app.UseTipSomHttps();
app.UseKnownMethods();
app.UseResponseCompression();
app.UseRouting();
app.UseTipSomSignIn();
app.UseTipSomLanguage();
app.UseRateLimiter();
app.UseAuthorization();

app.MapTipSomHealth();
app.MapTipSomCspReports();
// Style and script never ask who is signed in: they cost no read, and are there when the database is not.
app.MapStaticAssets().AllowAnonymous().ShortCircuit();
app.MapRazorPages().WithStaticAssets();

await app.PrepareDatabaseAsync(database);
await app.RunAsync();
return 0;
