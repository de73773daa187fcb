/*
 * The first thing that any Excel loads, in words that Internet Explorer understands: Excel 2016 and 2019 show add-ins in
 * it. It brings in the pane, or says in Chinese why it cannot and what to do.
 */
(function (window, document) {
  "use strict";

  var OLDEST_API = "1.9";
  var PATIENCE_MS = 20000;

  var script = document.getElementById("first-script");
  var place = document.getElementById("first-page");
  var isOver = false;
  var isGivenUp = false;
  var timer;

  var TROUBLES = {
    oldBrowser: {
      title: "这台电脑上的 Excel 太旧，打不开决算公开助手",
      why: "Excel 2016、2019 用已停用的 Internet Explorer 显示加载项，运行不了。",
      steps: [
        "用 Microsoft 365、Office 2021、Office LTSC 2021 或更新的版本打开本工作簿。",
        "已经是这些版本的：在“文件 → 账户 → 更新选项”里更新，再请管理员装上或更新 WebView2 运行时；Mac 请更新系统。",
        "一时换不了的：套好的工作簿自己会算、会审核，看里面的“审核”表即可。",
        "也可以不用加载项：在 Edge、Chrome 里打开下面的网页。",
      ],
    },
    oldExcel: {
      title: "这个版本的 Excel 太旧，用不了决算公开助手",
      why: "需要 ExcelApi 1.9 以上，即 Microsoft 365、Office 2021、Office LTSC 2021 或更新的版本。",
      steps: [
        "在“文件 → 账户 → 更新选项”里更新 Office，再打开本窗格。",
        "一时更新不了的：套好的工作簿自己会算、会审核，看里面的“审核”表即可。",
        "也可以不用加载项：在 Edge、Chrome 里打开下面的网页。",
      ],
    },
    notExcel: {
      title: "这一页要在 Excel 里打开",
      why: "它是 Excel 的加载项窗格，不能单独使用。",
      steps: ["在 Excel 的“开始”选项卡按“打开面板”。", "没有 Excel 的：在浏览器里打开下面的网页。"],
    },
    noOffice: {
      title: "没有取到 Office 的脚本，窗格打不开",
      why: "通常是网络不通，或单位的网络不放行。您的数据没有离开本机，表格照常可用。",
      steps: [
        "检查网络，关闭窗格后再打开。",
        "仍然不行的：请管理员放行这个地址，或按安装说明改用单位自己的网站提供：",
      ],
    },
    noAnswer: {
      title: "Excel 没有回应，窗格打不开",
      why: "表格照常可用，没有丢失什么。",
      steps: ["关闭窗格后再打开。", "仍然不行的：保存工作簿，重新启动 Excel。"],
    },
    noBundle: {
      title: "加载项的文件不全，窗格打不开",
      why: "提供加载项的网站可能正在更新，或没有放全。",
      steps: ["过几分钟，关闭窗格后再打开。", "仍然不行的：把这一页转给管理员。"],
    },
  };

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) made.appendChild(document.createTextNode(text));
    if (parent) parent.appendChild(made);
    return made;
  }

  function show(name) {
    var trouble = TROUBLES[name];
    var list;
    var index;
    if (isOver) return;
    isOver = true;
    while (place.firstChild) place.removeChild(place.firstChild);
    place.setAttribute("role", "alert");
    place.setAttribute("data-trouble", name);
    element("h1", trouble.title, place);
    element("p", trouble.why, place);
    list = element("ol", "", place);
    for (index = 0; index < trouble.steps.length; index += 1) {
      element("li", trouble.steps[index], list);
    }
    if (name === "noOffice") element("p", officeAddress(), place);
    else if (name !== "noAnswer" && name !== "noBundle")
      element("p", addressOf("index.html"), place);
    element("p", "情况：" + circumstances(), place);
    // The pane itself would open, where only the button's own file is missing.
    answerButtons(name === "noBundle" ? "notice.html?code=filesMissing" : "taskpane.html");
  }

  /** As text: a press on a link would open it in the same old browser. */
  function addressOf(page) {
    var here = window.location;
    return here.protocol + "//" + here.host + here.pathname.replace(/[^\/]*$/, "") + page;
  }

  function officeAddress() {
    var office = document.getElementById("office-script");
    return office ? office.src : "";
  }

  /** What is read out on the telephone. */
  function circumstances() {
    var words = [];
    var facts = officeContext().diagnostics;
    if (facts) words.push(facts.host + " " + facts.version + " " + facts.platform);
    if (isTrident()) words.push("Internet Explorer");
    else if (!isModern()) words.push("旧的网页组件");
    words.push(window.navigator.userAgent);
    return words.join("；");
  }

  function officeContext() {
    return (window.Office && window.Office.context) || {};
  }

  function isTrident() {
    return /Trident\/|MSIE /.test(window.navigator.userAgent);
  }

  /** Asked by what the pane uses of the newest. */
  function isModern() {
    try {
      return !!(
        window.Promise &&
        window.structuredClone &&
        Object.fromEntries &&
        Object.hasOwn &&
        Array.prototype.at &&
        Array.prototype.findLast &&
        Array.prototype.flat &&
        Array.prototype.flatMap &&
        String.prototype.matchAll &&
        String.prototype.replaceAll &&
        new RegExp("(?<!a)b")
      );
    } catch (error) {
      return false;
    }
  }

  function hasApi() {
    var requirements = officeContext().requirements;
    return !!requirements && requirements.isSetSupported("ExcelApi", OLDEST_API);
  }

  function functionNames() {
    return (script.getAttribute("data-functions") || "").split(" ").filter(Boolean);
  }

  /** Excel calls a button's function as soon as it answers, and gives up where there is none yet. */
  function holdBack(name) {
    var waiting = [];
    var looking;
    function hold(event) {
      waiting.push(event);
      looking = looking || window.setInterval(release, 50);
    }
    function release() {
      if (window[name] === hold) return;
      window.clearInterval(looking);
      while (waiting.length > 0) window[name](waiting.shift());
    }
    window[name] = hold;
  }

  /**
   * A button whose function cannot run shows the reason instead. It ends when the person has seen it: with its end the
   * button's whole page goes, and its dialog with it.
   */
  function answerButtons(page) {
    function answer(event) {
      var ui = officeContext().ui;
      var isAnswered = false;
      function complete() {
        if (!isAnswered) event.completed();
        isAnswered = true;
      }
      if (!ui) {
        complete();
        return;
      }
      ui.displayDialogAsync(addressOf(page), { height: 50, width: 30 }, function (result) {
        if (result.status !== "succeeded") complete();
        else result.value.addEventHandler("dialogEventReceived", complete);
      });
    }
    functionNames().forEach(function (name) {
      window[name] = answer;
    });
  }

  function load(address) {
    var bundle = document.createElement("script");
    bundle.onerror = function () {
      isOver = false;
      show("noBundle");
    };
    bundle.onload = function () {
      place.parentNode.removeChild(place);
    };
    isOver = true;
    bundle.src = address;
    document.body.appendChild(bundle);
  }

  function begin(host) {
    if (isOver) return;
    if (isTrident() || !isModern()) show("oldBrowser");
    else if (!host || host.host !== "Excel") show("notExcel");
    else if (!hasApi()) show("oldExcel");
    else load(script.getAttribute("data-bundle"));
  }

  functionNames().forEach(holdBack);

  // A library of our own copy shall not ask Microsoft's servers for trial versions of itself.
  if (script.getAttribute("data-office") === "self") window.g_isOfflineLibrary = true;

  // Internet Explorer cannot even read the library that Microsoft serves: nothing to wait for.
  if (isTrident()) show("oldBrowser");

  /** From now on. */
  function bePatient(trouble) {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      isGivenUp = !isOver;
      show(trouble);
    }, PATIENCE_MS);
  }

  function officeTrouble() {
    return isModern() ? "noOffice" : "oldBrowser";
  }

  // The library comes after this script and holds back the rest of the page, for minutes where a network drops it.
  bePatient(officeTrouble());

  document.addEventListener("DOMContentLoaded", function () {
    if (!window.Office || !window.Office.onReady) {
      show(officeTrouble());
      return;
    }
    // Better late than never.
    if (isGivenUp) isOver = false;
    bePatient("noAnswer");
    // Also where all is over: Excel complains of an add-in that never answers.
    window.Office.onReady(begin);
  });
})(window, document);
