using TipSom.Web.Startup;

var builder = WebApplication.CreateBuilder(args);

builder.UseTipSomDefaults();
builder.AddTipSomLogging();
builder.AddTipSomSecurityHeaders();

builder.Services.AddTipSomLocalisation();
builder.AddTipSomPages();
builder.Services.AddTipSomHealth();

var app = builder.Build();

app.UseMiddleware<RequestLog>();
app.UseTipSomErrors();
app.UseTipSomHttps();
app.UseKnownMethods();
app.UseResponseCompression();
app.UseRouting();

app.UseTipSomLanguage();

app.MapTipSomHealth();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();

app.Run();
