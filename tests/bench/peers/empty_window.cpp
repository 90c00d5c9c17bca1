// SPDX-License-Identifier: MIT
// The least that a wx program can be: an empty window, as large as the builder.
#include <wx/app.h>
#include <wx/frame.h>

class EmptyApp : public wxApp {
 public:
  bool OnInit() override {
    return (new wxFrame(nullptr, wxID_ANY, "Empty", wxDefaultPosition, wxSize(1366, 768)))->Show();
  }
};

wxIMPLEMENT_APP(EmptyApp);
